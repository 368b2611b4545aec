package io.fortnoxconnector.connector.twins;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events in lists. */
public final class InMemoryEventStore implements EventStore {

  private static final int MOST_FORGOTTEN = 40;

  private static final class Book {
    private String owner = "";
    private @Nullable Instant doubtAt;
    private final List<Told> events = new ArrayList<>();
    private final Map<String, Map<String, Seen>> seen = new HashMap<>();
    private final Map<String, Watch> watches = new HashMap<>();
    private final Map<String, ListedPage> pages = new HashMap<>();
  }

  private final Map<String, Book> books = new HashMap<>();

  private Book book(String connection) {
    return books.computeIfAbsent(connection, _ -> new Book());
  }

  @Override
  public synchronized Turn take(String connection, String owner, Instant doubtAt) {
    book(connection).owner = owner;
    book(connection).doubtAt = doubtAt;
    return new Turn(connection, owner, last(connection));
  }

  @Override
  public synchronized Map<String, Watch> watches(String connection) {
    return Map.copyOf(book(connection).watches);
  }

  @Override
  public synchronized Map<String, Seen> seen(String connection, String resource) {
    return Map.copyOf(book(connection).seen.getOrDefault(resource, Map.of()));
  }

  @Override
  public synchronized Set<String> listed(String connection, String resource, Instant sweep) {
    var ids = new HashSet<String>();
    book(connection).pages.values().stream()
        .filter(page -> page.resource().equals(resource) && page.sweep().equals(sweep))
        .forEach(page -> ids.addAll(page.ids()));
    return ids;
  }

  @Override
  public synchronized Optional<Turn> note(Turn turn, Notes notes) {
    Book book = book(turn.connection());
    if (!book.owner.equals(turn.owner())) {
      return Optional.empty();
    }
    for (Sighting sighting : notes.sightings()) {
      book.seen
          .computeIfAbsent(sighting.resource(), _ -> new HashMap<>())
          .put(sighting.id(), sighting.seen());
      if (sighting.event() != null) {
        book.events.add(new Told(book.events.size() + 1L, sighting.event()));
      }
    }
    ListedPage page = notes.page();
    if (page != null) {
      book.pages.put(page.resource() + page.number(), page);
    }
    Watch watch = notes.watch();
    if (watch != null) {
      book.watches.put(watch.resource(), watch);
    }
    return Optional.of(new Turn(turn.connection(), turn.owner(), last(turn.connection())));
  }

  @Override
  public synchronized void tell(String connection, List<Event> events) {
    Book book = book(connection);
    events.forEach(event -> book.events.add(new Told(book.events.size() + 1L, event)));
  }

  @Override
  public synchronized List<String> doubtful(Instant now, int limit) {
    var doubtful = new TreeMap<Instant, List<String>>();
    books.forEach(
        (connection, book) -> {
          if (book.doubtAt != null && !book.doubtAt.isAfter(now)) {
            doubtful.computeIfAbsent(book.doubtAt, _ -> new ArrayList<>()).add(connection);
          }
        });
    return doubtful.values().stream().flatMap(List::stream).limit(limit).toList();
  }

  @Override
  public synchronized Forgotten forget(Turn turn) {
    Book book = book(turn.connection());
    if (!book.owner.equals(turn.owner())) {
      return Forgotten.TAKEN_OVER;
    }
    book.watches.clear();
    book.pages.clear();
    for (int i = 0; i < MOST_FORGOTTEN; i++) {
      book.seen.values().removeIf(Map::isEmpty);
      if (book.seen.isEmpty()) {
        book.doubtAt = null;
        return Forgotten.ALL;
      }
      Map<String, Seen> some = book.seen.values().iterator().next();
      some.remove(some.keySet().iterator().next());
    }
    return Forgotten.SOME;
  }

  @Override
  public synchronized List<Told> after(String connection, long number, int limit, Instant now) {
    Instant oldest = now.minus(Duration.ofDays(DAYS_KEPT));
    return book(connection).events.stream()
        .filter(told -> told.number() > number && told.event().at().isAfter(oldest))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long last(String connection) {
    return book(connection).events.size();
  }
}
