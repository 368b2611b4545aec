package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Event.Kind;
import io.fortnoxconnector.connector.events.Notes.ListedPage;
import io.fortnoxconnector.connector.events.Notes.Sighting;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what is seen of one connection, some of it at a time. */
final class Ledger {

  /** Another process has taken over: what this one knows may be old, and it stops. */
  static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_KEPT_BACK = 40;

  private final EventStore store;
  private final Connection connection;
  private final Meter meter;
  private final List<Sighting> open = new ArrayList<>();
  private Turn turn;
  private int told;

  Ledger(EventStore store, Connection connection, String owner, Instant now, Meter meter) {
    this.store = store;
    this.connection = connection;
    this.meter = meter;
    this.turn = store.take(connection.id(), owner, Forgetting.doubtAfter(now));
  }

  /** How many events have been written. */
  int told() {
    return told;
  }

  /** The number of the connection's last event. */
  long last() {
    return turn.last();
  }

  /** Notes what is seen. */
  Seen saw(Watched watched, String id, Seen seen) {
    add(new Sighting(watched.name(), id, seen, null));
    return seen;
  }

  /**
   * Notes a change, which is told unless nothing was known before.
   *
   * @param now what is there now, with the event that was told of it before
   * @return the same, with the event that is told now
   */
  Seen changed(Watched watched, Watch watch, String id, Kind kind, Seen now) {
    Instant since = watch.lookedAt();
    if (since == null) {
      return saw(watched, id, now);
    }
    Event event =
        Event.of(
            connection.id(),
            watched,
            id,
            kind,
            now.whole().isEmpty() ? now.row() : now.whole(),
            // What was told of it before the connection ended is forgotten, and has other ids.
            Objects.requireNonNullElse(now.event(), connection.connectedAt().toString()),
            since,
            now.at());
    Seen seen = new Seen(now.row(), now.whole(), now.at(), event.id(), now.isDeleted());
    add(new Sighting(watched.name(), id, seen, event));
    return seen;
  }

  /** Notes what is seen, with what is to be told of it. */
  void add(Sighting sighting) {
    open.add(sighting);
  }

  /** Whether so much is noted that it should be written. */
  boolean isFull() {
    return open.size() >= MOST_KEPT_BACK;
  }

  /** Writes what is noted and only then how far the look is. */
  void write(@Nullable ListedPage page, @Nullable Watch watch) {
    if (open.isEmpty() && page == null && watch == null) {
      return;
    }
    turn = store.note(turn, new Notes(open, page, watch)).orElseThrow(TakenOver::new);
    List<Event> events =
        open.stream().flatMap(sighting -> Stream.ofNullable(sighting.event())).toList();
    told += events.size();
    meter.add(Metric.EVENTS_TOLD, events.size());
    // One for all of a step: they were found by the same look.
    events.stream()
        .filter(event -> event.since().isPresent())
        .findFirst()
        .ifPresent(
            event ->
                meter.time(Metric.EVENT_DELAY_SECONDS, event.since().orElseThrow(), event.at()));
    open.clear();
  }
}
