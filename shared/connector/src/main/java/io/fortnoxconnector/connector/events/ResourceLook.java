package io.fortnoxconnector.connector.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Canonical;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Event.Kind;
import io.fortnoxconnector.connector.events.Notes.ListedPage;
import io.fortnoxconnector.connector.events.Watch.Reading;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.reading.Pages;
import io.fortnoxconnector.connector.reading.Pages.Found;
import io.fortnoxconnector.connector.reading.Place;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError;
import io.fortnoxconnector.translation.FilterTranslation;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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

  private static final int MOST_OF_A_PAGE = 500;

  private final FortnoxGateway gateway;
  private final EventStore store;
  private final Ledger ledger;
  private final Connection connection;
  private final Watched watched;
  private final Resource resource;
  private final Deadline deadline;
  private final Timing timing;
  private final Instant begun;

  private Watch watch;
  private @Nullable Map<String, Seen> known;

  /** What this look itself saw, written or not. */
  private final Map<String, Seen> fresh = new HashMap<>();

  private @Nullable CallOutcome trouble;

  ResourceLook(
      FortnoxGateway gateway,
      EventStore store,
      Ledger ledger,
      Connection connection,
      Watched watched,
      Watch watch,
      Deadline deadline,
      Timing timing) {
    this.gateway = gateway;
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
    return trouble instanceof CallOutcome.Disconnected;
  }

  private @Nullable Reading next(Rhythm rhythm) {
    return deadline.allows(ONE_STEP, timing)
        ? watch.next(watched.isDated(), rhythm, begun, timing.now())
        : null;
  }

  /** Writes down what was seen so far, and where to go on. */
  private void stop(Reading reading) {
    watch =
        switch (trouble) {
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
    var pages = new Pages(resource, query(reading), MOST_OF_A_PAGE, this::list);
    Place place =
        Optional.ofNullable(reading.after())
            .flatMap(Cursor::of)
            .<Place>map(Place.After::new)
            .orElseGet(() -> new Place.Page(1));
    if (!(pages.at(place) instanceof Found.Rows found)) {
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

  /** Tells of an entity by its row, or by all of it where a row is only a hint. */
  private boolean tellRow(String id, String row) {
    Optional<Seen> before = before(id);
    if (before.filter(seen -> !seen.isDeleted() && seen.row().equals(row)).isPresent()) {
      return true;
    }
    if (watched.isDated() && !watch.isSilent()) {
      return tellWhole(id, row, before);
    }
    tell(id, new Seen(row, "", timing.now(), eventOf(before), false), before);
    return true;
  }

  /** Tells of an entity that has changed lately, if that isn't told yet. */
  private boolean tellCandidate(Reading reading, String id, String row) {
    Optional<Seen> before = before(id);
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
    CallOutcome outcome = read(id);
    if (isGone(outcome)) {
      tellGone(id, before, now);
    } else if (outcome instanceof CallOutcome.Answered(var document, _)) {
      String whole = hash(document.path(resource.singleKey()));
      tellIfOther(id, new Seen(row, whole, now, eventOf(before), false), before);
    } else if (isAboutOne(outcome)) {
      // One that Fortnox lists and doesn't show must not keep the others from being told.
      tellIfOther(id, new Seen(row, row, now, eventOf(before), false), before);
    } else {
      return false;
    }
    return true;
  }

  private void tellIfOther(String id, Seen seen, Optional<Seen> before) {
    if (before.filter(old -> !old.isDeleted() && old.whole().equals(seen.whole())).isPresent()) {
      fresh.put(id, ledger.saw(watched, id, seen));
    } else {
      tell(id, seen, before);
    }
  }

  private void tell(String id, Seen seen, Optional<Seen> before) {
    Kind kind = before.filter(old -> !old.isDeleted()).isPresent() ? Kind.UPDATED : Kind.CREATED;
    fresh.put(id, ledger.changed(watched, watch, id, kind, seen));
  }

  private void tellGone(String id, Optional<Seen> before, Instant now) {
    if (before.filter(seen -> !seen.isDeleted()).isPresent()) {
      Seen gone = new Seen("", "", now, eventOf(before), true);
      fresh.put(id, ledger.changed(watched, watch, id, Kind.DELETED, gone));
    }
  }

  /**
   * Tells of what no page of a sweep had. A list shifts while it's read, so each is asked for: only
   * what isn't found is deleted.
   */
  private boolean tellMissing(Reading reading) {
    Set<String> listed = store.listed(connection.id(), watched.name(), reading.begun());
    for (String id : known().keySet()) {
      Seen seen = before(id).orElseThrow();
      if (seen.isDeleted() || listed.contains(id) || !seen.at().isBefore(reading.begun())) {
        continue;
      }
      Instant now = timing.now();
      if (resource.address(id).isEmpty()) {
        tellGone(id, Optional.of(seen), now);
        continue;
      }
      CallOutcome outcome = read(id);
      if (isGone(outcome)) {
        tellGone(id, Optional.of(seen), now);
      } else if (outcome instanceof CallOutcome.Answered || isAboutOne(outcome)) {
        Seen there = new Seen(seen.row(), seen.whole(), now, seen.event(), false);
        fresh.put(id, ledger.saw(watched, id, there));
      } else {
        return false;
      }
      writeWhenFull(reading);
    }
    watch = watch.finished(reading, watched.isDated());
    ledger.write(null, watch);
    return true;
  }

  private Optional<Seen> before(String id) {
    Seen seen = fresh.get(id);
    if (seen == null) {
      seen = known().get(id);
    }
    return Optional.ofNullable(seen);
  }

  private Map<String, Seen> known() {
    Map<String, Seen> all = known;
    if (all == null) {
      all = store.seen(connection.id(), watched.name());
      known = all;
    }
    return all;
  }

  /** In Fortnox's terms, as a caller's filter would be: also which part of a list it's about. */
  private Map<String, String> query(Reading reading) {
    Instant since = watch.isSilent() ? watch.sweptAt() : watch.lookedAt();
    Map<String, String> filters =
        reading.kind() == Watch.Kind.SWEEP || since == null
            ? Map.of()
            : Map.of(Resource.LAST_MODIFIED, since.minus(OVERLAP).toString());
    return switch (resource.filters(filters)) {
      case FilterTranslation.Accepted(var query) -> query;
      case FilterTranslation.Rejected(var problems) ->
          throw new IllegalStateException(watched.name() + ": " + problems);
    };
  }

  private CallOutcome list(Map<String, String> query) {
    return asked(ResourceCalls.list(resource, query));
  }

  private CallOutcome read(String id) {
    return asked(ResourceCalls.read(resource, id, Map.of()));
  }

  private CallOutcome asked(FortnoxCall call) {
    CallOutcome outcome = gateway.look(connection, resource.scope(), call, deadline);
    trouble = outcome instanceof CallOutcome.Answered ? null : outcome;
    return outcome;
  }

  /** Also what belongs to another resource by now. */
  private boolean isGone(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Refused(var error) -> error.kind() == FortnoxError.Kind.NOT_FOUND;
      case CallOutcome.Answered(var document, _) ->
          document.path(resource.singleKey()) instanceof ObjectNode entity
              && !resource.includes(entity);
      case CallOutcome.Later _, CallOutcome.Disconnected _, CallOutcome.Unknown _ -> false;
    };
  }

  /** Whether Fortnox refuses this entity, and would show others. */
  private static boolean isAboutOne(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Refused(var error)
        && switch (error.kind()) {
          case CONFLICT, INVALID, BAD_CALL -> true;
          case NOT_FOUND, SCOPE_MISSING, LICENCE_MISSING, PERMISSION_MISSING, LOGIN_REFUSED ->
              false;
        };
  }

  private static @Nullable String eventOf(Optional<Seen> before) {
    return before.map(Seen::event).orElse(null);
  }

  /** Half of it: it tells an entity's contents from its contents before, not from all others. */
  private static String hash(JsonNode node) {
    return Key.sha256(Canonical.text(node)).substring(0, 32);
  }
}
