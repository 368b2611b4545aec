package io.fortnoxconnector.connector.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Canonical;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Notes.ListedPage;
import io.fortnoxconnector.connector.events.Watch.Reading;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.reading.Pages.Found;
import io.fortnoxconnector.connector.reading.Place;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one resource of a connection, from where the last look stopped. What is told is written
 * down before the place is.
 */
final class ResourceLook {

  /** What changed while Fortnox wrote it down, or by a clock that differs from ours. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** A company that lacks a licence or a right may get it. */
  private static final Duration REFUSED_FOR = Duration.ofHours(6);

  /** With all that is written down after a page or an entity. */
  private static final Duration ONE_STEP = Duration.ofSeconds(5);

  private final Questions fortnox;
  private final Memory memory;
  private final EventStore store;
  private final Ledger ledger;
  private final Connection connection;
  private final Watched watched;
  private final Resource resource;
  private final Deadline deadline;
  private final Timing timing;
  private final Instant begun;

  private Watch watch;

  ResourceLook(
      FortnoxGateway gateway,
      EventStore store,
      Ledger ledger,
      Connection connection,
      Watched watched,
      Watch watch,
      Deadline deadline,
      Timing timing) {
    this.fortnox = new Questions(gateway, connection, watched.resource(), deadline);
    this.memory = new Memory(store, ledger, connection.id(), watched);
    this.store = store;
    this.ledger = ledger;
    this.connection = connection;
    this.watched = watched;
    this.resource = watched.resource();
    this.watch = watch;
    this.deadline = deadline;
    this.timing = timing;
    this.begun = timing.now();
  }

  /** Looks as far as deadline and budget allow; how far that is. */
  Watch look(Rhythm rhythm) {
    for (Reading reading = next(rhythm); reading != null; reading = next(rhythm)) {
      boolean goesOn = reading.isListed() ? tellMissing(reading) : tellPage(reading);
      if (!goesOn) {
        stop(reading);
        break;
      }
    }
    return watch;
  }

  /** Whether nothing of this connection can be read for now. */
  boolean isDisconnected() {
    return fortnox.trouble() instanceof CallOutcome.Disconnected;
  }

  private @Nullable Reading next(Rhythm rhythm) {
    return deadline.allows(ONE_STEP, timing)
        ? watch.next(watched.isDated(), rhythm, begun, timing.now())
        : null;
  }

  /** Writes down what was seen so far, and where to go on. */
  private void stop(Reading reading) {
    watch =
        switch (fortnox.trouble()) {
          case CallOutcome.Refused _ -> watch.refused(timing.now().plus(REFUSED_FOR));
          // The rows that the cursor stood behind are gone: from the beginning.
          case null -> watch.at(null);
          default -> watch.at(reading);
        };
    ledger.write(null, watch);
  }

  /** Before what is seen is too much for one step. */
  private void writeWhenFull(Reading reading) {
    if (ledger.isFull()) {
      watch = watch.at(reading);
      ledger.write(null, watch);
    }
  }

  private boolean tellPage(Reading reading) {
    Place place =
        Optional.ofNullable(reading.after())
            .flatMap(Cursor::of)
            .<Place>map(Place.After::new)
            .orElseGet(() -> new Place.Page(1));
    if (!(fortnox.pages(since(reading)).at(place) instanceof Found.Rows found)) {
      return false;
    }
    boolean sweeps = reading.kind() == Watch.Kind.SWEEP;
    var ids = new HashSet<String>();
    for (JsonNode row : found.rows()) {
      if (row instanceof ObjectNode entity && resource.includes(entity)) {
        String id = resource.idOf(row);
        ids.add(id);
        if (!(sweeps ? tellRow(id, hash(row)) : tellCandidate(reading, id, hash(row)))) {
          return false;
        }
        writeWhenFull(reading);
      }
    }
    Cursor next = found.next();
    Reading told = reading.told(next == null ? null : next.text());
    watch = told.isListed() && !sweeps ? watch.finished(told, true) : watch.at(told);
    ledger.write(
        sweeps ? new ListedPage(watched.name(), reading.begun(), reading.pages(), ids) : null,
        watch);
    return true;
  }

  /** Where a window begins; null for a sweep. */
  private @Nullable Instant since(Reading reading) {
    Instant since = watch.isSilent() ? watch.sweptAt() : watch.lookedAt();
    return reading.kind() == Watch.Kind.SWEEP || since == null ? null : since.minus(OVERLAP);
  }

  /** Tells of an entity by its row, or by all of it where a row is only a hint. */
  private boolean tellRow(String id, String row) {
    Optional<Seen> before = memory.of(id);
    if (before.filter(seen -> !seen.isDeleted() && seen.row().equals(row)).isPresent()) {
      return true;
    }
    if (watched.isDated() && !watch.isSilent()) {
      return tellWhole(id, row, before);
    }
    memory.changed(watch, id, new Seen(row, "", timing.now(), eventOf(before), false));
    return true;
  }

  /** Tells of an entity that has changed lately, if that isn't told yet. */
  private boolean tellCandidate(Reading reading, String id, String row) {
    Optional<Seen> before = memory.of(id);
    return before.filter(seen -> isReadSince(reading.begun(), seen)).isPresent()
        || tellWhole(id, row, before);
  }

  /** Whether it was read as a whole after that: what a window would find is known. */
  private static boolean isReadSince(Instant begun, Seen seen) {
    return !seen.whole().isEmpty() && !seen.at().isBefore(begun);
  }

  private boolean tellWhole(String id, String row, Optional<Seen> before) {
    Instant now = timing.now();
    if (resource.address(id).isEmpty()) {
      tellIfOther(id, new Seen(row, row, now, eventOf(before), false), before);
      return true;
    }
    switch (fortnox.read(id)) {
      case Questions.Gone() -> memory.gone(watch, id, now);
      case Questions.Whole(var entity) ->
          tellIfOther(id, new Seen(row, hash(entity), now, eventOf(before), false), before);
      // One that Fortnox lists and doesn't show must not keep the others from being told.
      case Questions.Hidden() ->
          tellIfOther(id, new Seen(row, row, now, eventOf(before), false), before);
      case Questions.Unknown() -> {
        return false;
      }
    }
    return true;
  }

  private void tellIfOther(String id, Seen seen, Optional<Seen> before) {
    if (before.filter(old -> !old.isDeleted() && old.whole().equals(seen.whole())).isPresent()) {
      memory.saw(id, seen);
    } else {
      memory.changed(watch, id, seen);
    }
  }

  /**
   * Tells of what no page of a sweep had. A list shifts while it's read, so each is asked for: only
   * what isn't found is deleted.
   */
  private boolean tellMissing(Reading reading) {
    Set<String> listed = store.listed(connection.id(), watched.name(), reading.begun());
    for (String id : memory.ids()) {
      Seen seen = memory.of(id).orElseThrow();
      if (seen.isDeleted() || listed.contains(id) || !seen.at().isBefore(reading.begun())) {
        continue;
      }
      Instant now = timing.now();
      if (resource.address(id).isEmpty()) {
        memory.gone(watch, id, now);
        continue;
      }
      switch (fortnox.read(id)) {
        case Questions.Gone() -> memory.gone(watch, id, now);
        case Questions.Whole _, Questions.Hidden _ ->
            memory.saw(id, new Seen(seen.row(), seen.whole(), now, seen.event(), false));
        case Questions.Unknown() -> {
          return false;
        }
      }
      writeWhenFull(reading);
    }
    watch = watch.finished(reading, watched.isDated());
    ledger.write(null, watch);
    return true;
  }

  private static @Nullable String eventOf(Optional<Seen> before) {
    return before.map(Seen::event).orElse(null);
  }

  /** Half of it: it tells an entity's contents from its contents before, not from all others. */
  private static String hash(JsonNode node) {
    return Key.sha256(Canonical.text(node)).substring(0, 32);
  }
}
