package io.fortnoxconnector.connector.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.events.Event;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an event is about, for webhooks that want it with the event. */
@FunctionalInterface
public interface Entities {

  Entity of(Webhook webhook, Event event, Deadline deadline);

  /** What came of asking for it. */
  sealed interface Entity {}

  /**
   * What there is.
   *
   * @param entity null where it isn't wanted, or can't be had
   */
  record Found(@Nullable ObjectNode entity) implements Entity {}

  /** It can't be had now. */
  record Later(Duration pause) implements Entity {}
}
