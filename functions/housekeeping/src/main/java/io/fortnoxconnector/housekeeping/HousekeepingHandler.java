package io.fortnoxconnector.housekeeping;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.MetricLine;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * On a schedule: re-queues stranded writes, keeps idle connections alive. The event says nothing
 * that it needs. Event source: template.yaml, HousekeepingFunction.
 */
public final class HousekeepingHandler implements RequestStreamHandler {

  private static final Duration ANSWERING_TIME = Duration.ofSeconds(2);

  private final Housekeeper housekeeper;
  private final InvocationMeter meter;
  private final Timing timing;

  /** Kept, because a context of CRaC holds what is registered with it weakly. */
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** What Lambda calls. */
  public HousekeepingHandler() {
    this(Environment.system());
  }

  public HousekeepingHandler(Environment environment) {
    this(new Aws(environment));
  }

  private HousekeepingHandler(Aws aws) {
    this.housekeeper = aws.housekeeper();
    this.meter = aws.meter();
    this.timing = aws.timing();
    this.priming = Priming.register(meter, new HousekeepingRehearsal(housekeeper));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Deadline deadline =
        Deadline.in(
            Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWERING_TIME), timing);
    try {
      tidy(deadline, context);
    } finally {
      MetricLine.write(meter, timing, context);
    }
  }

  private void tidy(Deadline deadline, Context context) {
    Housekeeper.Round round = housekeeper.tidy(deadline);
    round
        .accidents()
        .forEach(accident -> Log.event("accident").with(accident).to(context.getLogger()));
    Log.event("housekeeping")
        .with(Log.Field.REQUEUED, round.requeued())
        .with(Log.Field.KEPT_ALIVE, round.keptAlive())
        .to(context.getLogger());
  }
}
