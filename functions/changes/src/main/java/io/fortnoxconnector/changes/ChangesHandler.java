package io.fortnoxconnector.changes;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.ScheduledHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.events.Forgetting;
import io.fortnoxconnector.connector.events.Looker;
import io.fortnoxconnector.connector.events.TaskNews;
import java.time.Duration;

/**
 * Tells of tasks that ended, forgets connections that did, and looks for what changed at Fortnox.
 * Event source: template.yaml, ChangesFunction.
 */
public final class ChangesHandler extends ScheduledHandler {

  /** By four fifths of its time it's done, or its alarm would take a full round for a slow one. */
  private static final Duration ANSWERING_TIME = Duration.ofSeconds(15);

  private final TaskNews news;
  private final Forgetting forgetting;
  private final Looker looker;

  /** What Lambda calls. */
  public ChangesHandler() {
    this(Environment.system());
  }

  public ChangesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private ChangesHandler(Aws aws) {
    this(aws, aws.taskNews(), aws.forgetting(), aws.looker());
  }

  private ChangesHandler(Aws aws, TaskNews news, Forgetting forgetting, Looker looker) {
    super(
        aws.meter(), aws.timing(), ANSWERING_TIME, new ChangesRehearsal(news, forgetting, looker));
    this.news = news;
    this.forgetting = forgetting;
    this.looker = looker;
  }

  @Override
  protected void round(Deadline deadline, Context context) {
    TaskNews.Round ends = news.round(deadline);
    log(ends.accidents(), context);
    log(forgetting.round(deadline), context);
    Looker.Round round = looker.round(deadline);
    log(round.accidents(), context);
    Log.event("changes")
        .with(Log.Field.LOOKS, round.looks())
        .with(Log.Field.TOLD, ends.told() + round.told())
        .to(context.getLogger());
  }
}
