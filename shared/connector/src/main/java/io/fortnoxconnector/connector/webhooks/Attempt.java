package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.webhooks.Sender.Reply;
import java.time.Duration;
import java.time.Instant;

/** A message that was sent, and what came of it. */
public record Attempt(Event event, Instant begun, Instant ended, Reply reply) {

  public long millis() {
    return Duration.between(begun, ended).toMillis();
  }

  /**
   * As the log has it.
   *
   * @param attempt from 1 on; 0 where somebody asked for it
   */
  Delivery delivery(String connection, long number, int attempt) {
    return new Delivery(
        // Thirteen digits of milliseconds last until 2286, so that texts and times have one order.
        "%013d%s".formatted(begun.toEpochMilli(), event.id()),
        connection,
        number,
        event.id(),
        event.type(),
        attempt,
        reply.outcome(),
        reply.status(),
        millis(),
        begun);
  }
}
