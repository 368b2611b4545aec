package io.fortnoxconnector.changes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.MetricLine;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.events.Looker;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * On a schedule: looks for what changed at Fortnox. The event says nothing that it needs. Event
 * source: template.yaml, ChangesFunction.
 */
public final class ChangesHandler implements RequestStreamHandler {

  /** By four fifths of its time it's done, or its alarm would take a full round for a slow one. */
  private static final Duration ANSWERING_TIME = Duration.ofSeconds(15);

  private final Looker looker;
  private final InvocationMeter meter;
  private final Timing timing;

  /** Kept, because a context of CRaC holds what is registered with it weakly. */
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** What Lambda calls. */
  public ChangesHandler() {
    this(Environment.system());
  }

  public ChangesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private ChangesHandler(Aws aws) {
    this.looker = aws.looker();
    this.meter = aws.meter();
    this.timing = aws.timing();
    this.priming = Priming.register(meter, new ChangesRehearsal(looker));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Deadline deadline =
        Deadline.in(
            Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWERING_TIME), timing);
    try {
      look(deadline, context);
    } finally {
      MetricLine.write(meter, timing, context);
    }
  }

  private void look(Deadline deadline, Context context) {
    Looker.Round round = looker.round(deadline);
    round
        .accidents()
        .forEach(accident -> Log.event("accident").with(accident).to(context.getLogger()));
    Log.event("changes")
        .with(Log.Field.LOOKS, round.looks())
        .with(Log.Field.TOLD, round.told())
        .to(context.getLogger());
  }
}
