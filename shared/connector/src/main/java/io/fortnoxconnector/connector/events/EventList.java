package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.EventStore.Told;
import java.util.List;

/** A connection's events, for who asks for them. */
public final class EventList {

  private final EventStore events;
  private final Timing timing;

  public EventList(EventStore events, Timing timing) {
    this.events = events;
    this.timing = timing;
  }

  /**
   * A part of them.
   *
   * @param missed whether events before the first of these are gone that were never asked for
   * @param last the number behind which the list goes on
   * @param more whether more are there already
   */
  public record Part(List<Event> events, boolean missed, long last, boolean more) {}

  /** The events behind that number, the oldest first. */
  public Part after(Connection connection, long number, int limit) {
    // Asked first: what is told meanwhile isn't taken for gone.
    long newest = events.last(connection.id());
    List<Told> found = events.after(connection.id(), number, limit + 1, timing.now());
    if (found.isEmpty()) {
      return new Part(List.of(), number > 0 && newest > number, Math.max(newest, number), false);
    }
    List<Told> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new Part(
        shown.stream().map(Told::event).toList(),
        number > 0 && shown.getFirst().number() > number + 1,
        shown.getLast().number(),
        found.size() > limit);
  }
}
