package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.events.Notes;
import io.fortnoxconnector.connector.events.Notes.ListedPage;
import io.fortnoxconnector.connector.events.Notes.Sighting;
import io.fortnoxconnector.connector.events.Seen;
import io.fortnoxconnector.connector.events.Turn;
import io.fortnoxconnector.connector.events.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The events table: a connection's items in one partition. The item {@code head} has the number of
 * the last event and who may write of what is found by looking; every write is a transaction with
 * it, so that events are numbered without gaps, a number is never seen before those below it, and
 * one process looks at a time. Its index {@code byDoubt} holds the heads, until what was seen is
 * forgotten.
 */
final class DynamoEventStore implements EventStore {

  /**
   * Amazon DynamoDB developer guide, "Quotas": a transaction has 100 items. Each sighting can be
   * two, and the head, a page and how far the look is come with them.
   */
  private static final int MOST_AT_ONCE = 48;

  /** In the place of an owner: whoever has the turn. Owners have other names. */
  private static final String ANYBODY = "";

  /**
   * What is deleted is remembered for longer than its event can be asked for: should it come back,
   * its new event has another id.
   */
  private static final Duration DELETED_KEPT = Duration.ofDays(2L * DAYS_KEPT);

  /** A sweep that takes longer has begun anew. */
  private static final Duration PAGES_KEPT = Duration.ofDays(DAYS_KEPT);

  private static final String HEAD = "head";
  private static final String WATCH = "watch#";
  private static final String PAGE = "page#";
  private static final String SEEN = "seen#";

  /** The one key of the index {@code byDoubt}: the heads of what something was seen of. */
  private static final String DOUBTED = "connections";

  /** With the head the most that a transaction takes. */
  private static final int MOST_FORGOTTEN = 99;

  private final Table table;
  private final Index byDoubt;

  DynamoEventStore(Table table) {
    this.table = table;
    this.byDoubt = table.index("byDoubt");
  }

  @Override
  public Turn take(String connection, String owner, Instant doubtAt) {
    Table items = table.within(connection);
    items.update(
        HEAD,
        "SET writer = :writer, doubtedIn = :connections, doubtAt = :at",
        Item.empty().with(":writer", owner).with(":connections", DOUBTED).with(":at", doubtAt));
    return new Turn(connection, owner, last(connection));
  }

  @Override
  public Map<String, Watch> watches(String connection) {
    var watches = new HashMap<String, Watch>();
    table
        .within(connection)
        .beginningWith(WATCH)
        .forEach(
            item -> {
              Watch watch = EventItems.watch(item);
              watches.put(watch.resource(), watch);
            });
    return watches;
  }

  @Override
  public Map<String, Seen> seen(String connection, String resource) {
    String prefix = SEEN + resource + "#";
    var seen = new HashMap<String, Seen>();
    table
        .within(connection)
        .beginningWith(prefix)
        .forEach(
            item ->
                seen.put(item.required("place").substring(prefix.length()), EventItems.seen(item)));
    return seen;
  }

  @Override
  public Set<String> listed(String connection, String resource, Instant sweep) {
    var ids = new HashSet<String>();
    table
        .within(connection)
        .beginningWith(PAGE + resource + "#")
        .filter(item -> item.time("sweep").equals(sweep))
        .forEach(item -> ids.addAll(item.texts("ids")));
    return ids;
  }

  @Override
  public Optional<Turn> note(Turn turn, Notes notes) {
    Table items = table.within(turn.connection());
    Optional<Turn> now = Optional.of(turn);
    List<Sighting> rest = notes.sightings();
    while (rest.size() > MOST_AT_ONCE) {
      List<Sighting> first = rest.subList(0, MOST_AT_ONCE);
      now = now.flatMap(held -> written(items, held, first, List.of()));
      rest = rest.subList(MOST_AT_ONCE, rest.size());
    }
    List<Sighting> last = rest;
    // How far the look is comes with the last of what it saw.
    return now.flatMap(held -> written(items, held, last, progress(items, turn, notes)));
  }

  private static List<TransactWriteItem> progress(Table items, Turn turn, Notes notes) {
    var progress = new ArrayList<TransactWriteItem>();
    ListedPage page = notes.page();
    if (page != null) {
      progress.add(items.putting(page(turn.connection(), page)));
    }
    Watch watch = notes.watch();
    if (watch != null) {
      progress.add(
          items.putting(
              EventItems.of(watch)
                  .with("id", turn.connection())
                  .with("place", WATCH + watch.resource())));
    }
    return progress;
  }

  private static Optional<Turn> written(
      Table items, Turn turn, List<Sighting> sightings, List<TransactWriteItem> more) {
    String connection = turn.connection();
    List<Event> events =
        sightings.stream().flatMap(sighting -> Stream.ofNullable(sighting.event())).toList();
    var writes = new ArrayList<TransactWriteItem>(more);
    sightings.forEach(sighting -> writes.add(items.putting(seen(connection, sighting))));
    return appended(items, turn, events, writes);
  }

  @Override
  public void tell(String connection, List<Event> events) {
    Table items = table.within(connection);
    Turn now = new Turn(connection, ANYBODY, last(connection));
    for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
      List<Event> some = events.subList(from, Math.min(events.size(), from + MOST_AT_ONCE));
      now = appended(items, now, some, List.of()).orElseThrow();
    }
  }

  /**
   * Writes events behind the last one, which may be another by now: then they're numbered anew.
   *
   * @return empty where the turn is another's
   */
  private static Optional<Turn> appended(
      Table items, Turn turn, List<Event> events, List<TransactWriteItem> more) {
    Turn now = turn;
    while (true) {
      long last = now.last();
      var writes = new ArrayList<TransactWriteItem>();
      writes.add(counting(items, now, last + events.size()));
      for (Event event : events) {
        last++;
        writes.add(items.putting(item(turn.connection(), last, event)));
      }
      writes.addAll(more);
      switch (items.transact(writes.toArray(TransactWriteItem[]::new))) {
        case Transaction.Done() -> {
          return Optional.of(new Turn(turn.connection(), turn.owner(), last));
        }
        case Transaction.Unmet(var found) -> {
          Item head = Objects.requireNonNull(found.getFirst());
          if (!turn.owner().equals(ANYBODY) && !turn.owner().equals(head.textOrNull("writer"))) {
            return Optional.empty();
          }
          now = new Turn(turn.connection(), turn.owner(), head.number("lastEvent"));
        }
        case Transaction.Contended(var contention) -> throw contention;
      }
    }
  }

  private static TransactWriteItem counting(Table items, Turn turn, long last) {
    String unchanged =
        turn.last() == 0
            ? "(attribute_not_exists(lastEvent) OR lastEvent = :seen)"
            : "lastEvent = :seen";
    Item values = Item.empty().with(":last", last).with(":seen", turn.last());
    return turn.owner().equals(ANYBODY)
        ? items.updating(HEAD, "SET lastEvent = :last", unchanged, values)
        : items.updating(
            HEAD,
            "SET lastEvent = :last",
            "writer = :writer AND " + unchanged,
            values.with(":writer", turn.owner()));
  }

  @Override
  public List<String> doubtful(Instant now, int limit) {
    return byDoubt
        .query(
            "doubtedIn = :connections AND doubtAt <= :now",
            Item.empty().with(":connections", DOUBTED).with(":now", now),
            limit)
        .stream()
        .map(item -> item.required("id"))
        .toList();
  }

  @Override
  public Forgotten forget(Turn turn) {
    Table items = table.within(turn.connection());
    List<String> places =
        Stream.concat(
                items.beginningWith(WATCH),
                items.between(PAGE, SEEN + "\uffff", MOST_FORGOTTEN + 1))
            .limit(MOST_FORGOTTEN + 1)
            .map(item -> item.required("place"))
            .toList();
    boolean isAll = places.size() <= MOST_FORGOTTEN;
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        items.updating(
            HEAD,
            isAll ? "REMOVE doubtedIn, doubtAt" : "SET writer = :writer",
            "writer = :writer",
            Item.empty().with(":writer", turn.owner())));
    places.stream().limit(MOST_FORGOTTEN).forEach(place -> writes.add(items.deleting(place, null)));
    return switch (items.transact(writes.toArray(TransactWriteItem[]::new))) {
      case Transaction.Done() -> isAll ? Forgotten.ALL : Forgotten.SOME;
      case Transaction.Unmet _ -> Forgotten.TAKEN_OVER;
      case Transaction.Contended(var contention) -> throw contention;
    };
  }

  private static Item item(String connection, long number, Event event) {
    return EventItems.of(event)
        .with("id", connection)
        .with("place", event(number))
        .with("expiresAt", event.at().plus(Duration.ofDays(DAYS_KEPT)).getEpochSecond());
  }

  @Override
  public List<Told> after(String connection, long number, int limit, Instant now) {
    return table
        .within(connection)
        .between(event(number + 1), event(Long.MAX_VALUE), limit)
        .filter(item -> item.number("expiresAt") > now.getEpochSecond())
        .limit(limit)
        .map(item -> new Told(number(item.required("place")), EventItems.event(item)))
        .toList();
  }

  @Override
  public long last(String connection) {
    return table.within(connection).get(HEAD).map(head -> head.number("lastEvent")).orElse(0L);
  }

  private static Item seen(String connection, Sighting sighting) {
    Seen seen = sighting.seen();
    Item item =
        EventItems.of(seen)
            .with("id", connection)
            .with("place", SEEN + sighting.resource() + "#" + sighting.id());
    return seen.isDeleted()
        ? item.with("expiresAt", seen.at().plus(DELETED_KEPT).getEpochSecond())
        : item;
  }

  private static Item page(String connection, ListedPage page) {
    return Item.empty()
        .with("id", connection)
        .with("place", PAGE + page.resource() + "#" + page.number())
        .with("sweep", page.sweep())
        .with("ids", page.ids())
        .with("expiresAt", page.sweep().plus(PAGES_KEPT).getEpochSecond());
  }

  /** Of nineteen digits, so that texts and numbers have the same order. */
  private static String event(long number) {
    return "event#%019d".formatted(number);
  }

  private static long number(String place) {
    return Long.parseLong(place.substring("event#".length()));
  }
}
