package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** What a schedule invokes: a round of work, bounded by the invocation's time, and measured. */
public abstract class ScheduledHandler implements RequestStreamHandler {

  private final InvocationMeter meter;
  private final Timing timing;
  private final Duration answeringTime;

  /** Kept, because a context of CRaC holds what is registered with it weakly. */
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /**
   * @param answeringTime what of the invocation's time no round uses
   */
  protected ScheduledHandler(
      InvocationMeter meter, Timing timing, Duration answeringTime, Priming.Rehearsal rehearsal) {
    this.meter = meter;
    this.timing = timing;
    this.answeringTime = answeringTime;
    this.priming = Priming.register(meter, rehearsal);
  }

  /** The event says nothing that a round needs, and nobody waits for an answer. */
  @Override
  public final void handleRequest(InputStream event, OutputStream answer, Context context) {
    Deadline deadline =
        Deadline.in(
            Duration.ofMillis(context.getRemainingTimeInMillis()).minus(answeringTime), timing);
    try {
      round(deadline, context);
    } finally {
      MetricLine.write(meter, timing, context);
    }
  }

  /** Does as much as the deadline allows, and logs what it was. */
  protected abstract void round(Deadline deadline, Context context);

  /** What stood in the way of single tasks or connections. */
  protected static void log(List<RuntimeException> accidents, Context context) {
    accidents.forEach(accident -> Log.event("accident").with(accident).to(context.getLogger()));
  }
}
