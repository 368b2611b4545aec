package io.fortnoxconnector.deliveries;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.MessageWork;
import io.fortnoxconnector.api.QueueMessage;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.webhooks.Courier;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.Wake;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Runs on the lane that a message wakes. */
final class Deliveries implements MessageWork {

  private static final Wake NOBODY = Wake.of(new LaneKey("rehearsal", "rehearsal", "rehearsal"));

  /** A slow receiver's lane lets others of its group go first, and alarms nobody. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

  private final Courier courier;
  private final Timing timing;

  Deliveries(Courier courier, Timing timing) {
    this.courier = courier;
    this.timing = timing;
  }

  /** What the courier leaves undone it has put on the queue anew: no message waits. */
  @Override
  public Optional<Duration> on(QueueMessage message, Deadline deadline, LambdaLogger logger) {
    Log line = Log.event("delivery").with(Log.Field.MESSAGE_ID, message.id());
    Wake.of(message.body())
        .ifPresentOrElse(
            wake -> {
              line.with(Log.Field.WEBHOOK, wake.lane().webhook())
                  .with(Log.Field.CONNECTION, wake.lane().connection());
              Courier.Run run =
                  courier.run(wake, deadline.orEarlier(Deadline.in(LONGEST_RUN, timing)));
              line.with(Log.Field.OUTCOME, run.name().toLowerCase(Locale.ROOT));
            },
            () -> line.with(Log.Field.OUTCOME, "unreadable"));
    line.to(logger);
    return Optional.empty();
  }

  /** No tenant has such an id, so that there is nothing to bring. */
  @Override
  public void rehearse(QueueMessage message, Deadline deadline, LambdaLogger logger) {
    courier.run(NOBODY, deadline);
  }
}
