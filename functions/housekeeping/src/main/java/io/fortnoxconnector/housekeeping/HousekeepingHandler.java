package io.fortnoxconnector.housekeeping;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.ScheduledHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import io.fortnoxconnector.connector.webhooks.Waker;
import java.time.Duration;

/**
 * Re-queues stranded writes, keeps idle connections alive, wakes deliveries that are to be tried
 * again. Event source: template.yaml, HousekeepingFunction.
 */
public final class HousekeepingHandler extends ScheduledHandler {

  private static final Duration ANSWERING_TIME = Duration.ofSeconds(2);

  private final Housekeeper housekeeper;
  private final Waker waker;

  /** What Lambda calls. */
  public HousekeepingHandler() {
    this(Environment.system());
  }

  public HousekeepingHandler(Environment environment) {
    this(new Aws(environment));
  }

  private HousekeepingHandler(Aws aws) {
    this(aws, aws.housekeeper(), aws.waker());
  }

  private HousekeepingHandler(Aws aws, Housekeeper housekeeper, Waker waker) {
    super(aws.meter(), aws.timing(), ANSWERING_TIME, new HousekeepingRehearsal(housekeeper, waker));
    this.housekeeper = housekeeper;
    this.waker = waker;
  }

  @Override
  protected void round(Deadline deadline, Context context) {
    Housekeeper.Round round = housekeeper.tidy(deadline);
    log(round.accidents(), context);
    int woken = waker.wakeDue(deadline);
    Log.event("housekeeping")
        .with(Log.Field.REQUEUED, round.requeued())
        .with(Log.Field.KEPT_ALIVE, round.keptAlive())
        .with(Log.Field.WOKEN, woken)
        .to(context.getLogger());
  }
}
