package io.fortnoxconnector.connector.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of connections, and what was told of them. Events are numbered from 1 without gaps,
 * and one is visible only when all before it are.
 */
public interface EventStore {

  /** How long an event can be asked for, in days. */
  int DAYS_KEPT = 30;

  /**
   * Takes the turn; whoever had it can't write any more.
   *
   * @param doubtAt when the connection is {@link #doubtful}, unless somebody takes its turn before
   */
  Turn take(String connection, String owner, Instant doubtAt);

  /** How far each resource of the connection has been looked at, by the resource's name. */
  Map<String, Watch> watches(String connection);

  /** All that was seen of a resource, by the entities' ids; what is deleted for a while. */
  Map<String, Seen> seen(String connection, String resource);

  /** The ids of all pages of the sweep that began then. */
  Set<String> listed(String connection, String resource, Instant sweep);

  /**
   * Writes down what was seen.
   *
   * @return the turn with the events told; empty where another process has taken it over, and then
   *     a part may have been written
   */
  Optional<Turn> note(Turn turn, Notes notes);

  /**
   * Tells what nobody found by looking, whoever has the turn: it's numbered behind what is told so
   * far, and a look that is under way goes on behind it.
   */
  void tell(String connection, List<Event> events);

  /** Connections that may have ended, since nobody has looked at them; the longest so first. */
  List<String> doubtful(Instant now, int limit);

  /**
   * Forgets a part of what was seen of a connection; what was told of it stays. How far the looks
   * are is forgotten first: where that is gone, a look tells of nothing that it finds.
   */
  Forgotten forget(Turn turn);

  /** How much of a connection is forgotten. */
  enum Forgotten {
    SOME,
    /** All of it, and it isn't doubtful any more. */
    ALL,
    /** No more than before: another process has the turn. */
    TAKEN_OVER
  }

  /**
   * The events that come after that number, oldest first.
   *
   * @param limit at most
   */
  List<Told> after(String connection, long number, int limit, Instant now);

  /** The number of the connection's last event; 0 where there is none. */
  long last(String connection);

  /** An event in its place. */
  record Told(long number, Event event) {}
}
