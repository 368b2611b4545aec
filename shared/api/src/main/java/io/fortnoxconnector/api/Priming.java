package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.metrics.Metric;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What SnapStart asks of a function (AWS Lambda guide, "Lambda SnapStart runtime hooks"): the
 * snapshot is taken of a process that has rehearsed, so that its copies have loaded what the first
 * request needs; and each copy counts as started when it's restored.
 */
public final class Priming implements Resource {

  /**
   * Does what a request does as far as that changes nothing, be it the first or the hundredth time.
   */
  @FunctionalInterface
  public interface Rehearsal {
    void run(com.amazonaws.services.lambda.runtime.Context context) throws Exception;
  }

  private final InvocationMeter meter;
  private final Rehearsal rehearsal;

  private Priming(InvocationMeter meter, Rehearsal rehearsal) {
    this.meter = meter;
    this.rehearsal = rehearsal;
  }

  /** Registers a rehearsal. It holds as long as the caller keeps what is returned. */
  public static Priming register(InvocationMeter meter, Rehearsal rehearsal) {
    var priming = new Priming(meter, rehearsal);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /** A rehearsal that fails, for instance without network, costs time later and no deployment. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      rehearsal.run(new RehearsalContext());
    } catch (Exception | LinkageError failure) {
      Log.event("priming").with(failure).to(LambdaRuntime.getLogger());
    }
    // What a rehearsal measures is nobody's request, and the start was the snapshot's.
    meter.take();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    meter.count(Metric.COLD_START);
  }
}
