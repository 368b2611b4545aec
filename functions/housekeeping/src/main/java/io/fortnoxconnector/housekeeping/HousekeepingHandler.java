package io.fortnoxconnector.housekeeping;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.ScheduledHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import java.time.Duration;

/**
 * Re-queues stranded writes, keeps idle connections alive. Event source: template.yaml,
 * HousekeepingFunction.
 */
public final class HousekeepingHandler extends ScheduledHandler {

  private static final Duration ANSWERING_TIME = Duration.ofSeconds(2);

  private final Housekeeper housekeeper;

  /** What Lambda calls. */
  public HousekeepingHandler() {
    this(Environment.system());
  }

  public HousekeepingHandler(Environment environment) {
    this(new Aws(environment));
  }

  private HousekeepingHandler(Aws aws) {
    this(aws, aws.housekeeper());
  }

  private HousekeepingHandler(Aws aws, Housekeeper housekeeper) {
    super(aws.meter(), aws.timing(), ANSWERING_TIME, new HousekeepingRehearsal(housekeeper));
    this.housekeeper = housekeeper;
  }

  @Override
  protected void round(Deadline deadline, Context context) {
    Housekeeper.Round round = housekeeper.tidy(deadline);
    log(round.accidents(), context);
    Log.event("housekeeping")
        .with(Log.Field.REQUEUED, round.requeued())
        .with(Log.Field.KEPT_ALIVE, round.keptAlive())
        .to(context.getLogger());
  }
}
