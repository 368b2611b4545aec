package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.events.Event.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a resource's entities: what looks before saw, and what this one sees. It says
 * which kind of change something is, and notes it.
 */
final class Memory {

  private final EventStore store;
  private final Ledger ledger;
  private final String connection;
  private final Watched watched;

  /** Read when it's first asked for: a window that finds nothing needs none of it. */
  private @Nullable Map<String, Seen> known;

  /** What this look itself saw, written or not. */
  private final Map<String, Seen> fresh = new HashMap<>();

  Memory(EventStore store, Ledger ledger, String connection, Watched watched) {
    this.store = store;
    this.ledger = ledger;
    this.connection = connection;
    this.watched = watched;
  }

  /** What it was when it was last looked at. */
  Optional<Seen> of(String id) {
    Seen seen = fresh.get(id);
    return Optional.ofNullable(seen == null ? known().get(id) : seen);
  }

  /** All that looks before saw. */
  Set<String> ids() {
    return known().keySet();
  }

  private Map<String, Seen> known() {
    Map<String, Seen> all = known;
    if (all == null) {
      all = store.seen(connection, watched.name());
      known = all;
    }
    return all;
  }

  /** Notes what is no change. */
  void saw(String id, Seen seen) {
    fresh.put(id, ledger.saw(watched, id, seen));
  }

  /** Notes it as created or changed. */
  void changed(Watch watch, String id, Seen seen) {
    Kind kind = isThere(id) ? Kind.UPDATED : Kind.CREATED;
    fresh.put(id, ledger.changed(watched, watch, id, kind, seen));
  }

  /** Notes that it's deleted, if that is news. */
  void gone(Watch watch, String id, Instant now) {
    if (isThere(id)) {
      String event = of(id).map(Seen::event).orElse(null);
      Seen gone = new Seen("", "", now, event, true);
      fresh.put(id, ledger.changed(watched, watch, id, Kind.DELETED, gone));
    }
  }

  private boolean isThere(String id) {
    return of(id).filter(seen -> !seen.isDeleted()).isPresent();
  }
}
