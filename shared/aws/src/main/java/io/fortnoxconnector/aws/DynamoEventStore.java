package io.fortnoxconnector.aws;

import io.fortnoxconnector.aws.Table.Transaction;
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
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The events table: a connection's items in one partition. The item {@code head} has the number of
 * the last event and who may write; every write is a transaction with it, so that events are
 * numbered without gaps, a number is never seen before those below it, and one process writes at a
 * time.
 */
final class DynamoEventStore implements EventStore {

  /** Amazon DynamoDB developer guide, "Quotas": a transaction has 100 items; one is the head. */
  private static final int MOST_OF_A_TRANSACTION = 99;

  /**
   * What is deleted is remembered for longer than its event can be asked for: should it come back,
   * its new event has another id.
   */
  private static final Duration DELETED_KEPT = Duration.ofDays(2L * DAYS_KEPT);

  /** A sweep that takes longer has begun anew. */
  private static final Duration PAGES_KEPT = Duration.ofDays(DAYS_KEPT);

  private static final String HEAD = "head";

  private final Table table;

  DynamoEventStore(Table table) {
    this.table = table;
  }

  @Override
  public Turn take(String connection, String owner) {
    Table items = table.within(connection);
    items.update(HEAD, "SET writer = :writer", Item.empty().with(":writer", owner));
    return new Turn(connection, owner, last(connection));
  }

  @Override
  public Map<String, Watch> watches(String connection) {
    var watches = new HashMap<String, Watch>();
    table
        .within(connection)
        .beginningWith("watch#")
        .forEach(
            item -> {
              Watch watch = EventItems.watch(item);
              watches.put(watch.resource(), watch);
            });
    return watches;
  }

  @Override
  public Map<String, Seen> seen(String connection, String resource) {
    String prefix = "seen#" + resource + "#";
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
        .beginningWith("page#" + resource + "#")
        .filter(item -> item.time("sweep").equals(sweep))
        .forEach(item -> ids.addAll(item.texts("ids")));
    return ids;
  }

  @Override
  public Optional<Turn> note(Turn turn, Notes notes) {
    Table items = table.within(turn.connection());
    var writes = new ArrayList<TransactWriteItem>();
    Turn now = turn;
    long last = turn.last();
    for (Sighting sighting : notes.sightings()) {
      if (writes.size() + 2 > MOST_OF_A_TRANSACTION) {
        if (!written(items, now, last, writes)) {
          return Optional.empty();
        }
        now = new Turn(turn.connection(), turn.owner(), last);
        writes.clear();
      }
      writes.add(items.putting(seen(turn.connection(), sighting)));
      if (sighting.event() != null) {
        last++;
        writes.add(
            items.putting(
                EventItems.of(sighting.event())
                    .with("id", turn.connection())
                    .with("place", event(last))
                    .with(
                        "expiresAt",
                        sighting.event().at().plus(Duration.ofDays(DAYS_KEPT)).getEpochSecond())));
      }
    }
    // How far the look is comes with the last of what it saw, or by itself behind that.
    var closing = new ArrayList<TransactWriteItem>();
    ListedPage page = notes.page();
    if (page != null) {
      closing.add(items.putting(page(turn.connection(), page)));
    }
    Watch watch = notes.watch();
    if (watch != null) {
      closing.add(
          items.putting(
              EventItems.of(watch)
                  .with("id", turn.connection())
                  .with("place", "watch#" + watch.resource())));
    }
    if (writes.size() + closing.size() > MOST_OF_A_TRANSACTION) {
      if (!written(items, now, last, writes)) {
        return Optional.empty();
      }
      now = new Turn(turn.connection(), turn.owner(), last);
      writes.clear();
    }
    writes.addAll(closing);
    return written(items, now, last, writes)
        ? Optional.of(new Turn(turn.connection(), turn.owner(), last))
        : Optional.empty();
  }

  private static boolean written(
      Table items, Turn turn, long last, List<TransactWriteItem> writes) {
    var all = new ArrayList<TransactWriteItem>();
    all.add(
        items.updating(
            HEAD,
            "SET lastEvent = :last",
            "writer = :writer AND "
                + (turn.last() == 0
                    ? "(attribute_not_exists(lastEvent) OR lastEvent = :seen)"
                    : "lastEvent = :seen"),
            Item.empty()
                .with(":last", last)
                .with(":writer", turn.owner())
                .with(":seen", turn.last())));
    all.addAll(writes);
    return switch (items.transact(all.toArray(TransactWriteItem[]::new))) {
      case Transaction.Done() -> true;
      case Transaction.Unmet _ -> false;
      case Transaction.Contended(var last2) -> throw last2;
    };
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
            .with("place", "seen#" + sighting.resource() + "#" + sighting.id());
    return seen.isDeleted()
        ? item.with("expiresAt", seen.at().plus(DELETED_KEPT).getEpochSecond())
        : item;
  }

  private static Item page(String connection, ListedPage page) {
    return Item.empty()
        .with("id", connection)
        .with("place", "page#" + page.resource() + "#" + page.number())
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
