package io.fortnoxconnector.connector.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.reading.Pages.Found;
import io.fortnoxconnector.translation.Customers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walking through a list that changes meanwhile. */
class PagesTest {

  /** What the list holds, in its order. */
  private final List<String> list = new ArrayList<>();

  private int calls;

  private CallOutcome ask(Map<String, String> query) {
    calls++;
    int limit = Integer.parseInt(query.get("limit"));
    int from =
        query.containsKey("offset")
            ? Integer.parseInt(query.get("offset"))
            : (Integer.parseInt(query.get("page")) - 1) * limit;
    var document = JsonNodeFactory.instance.objectNode();
    var rows = document.putArray("Customers");
    list.stream()
        .skip(from)
        .limit(limit)
        .forEach(number -> rows.addObject().put("CustomerNumber", number));
    // As recorded of Fortnox: an offset beyond the end has no totals.
    int total = query.containsKey("offset") && from >= list.size() ? 0 : list.size();
    document
        .putObject("MetaInformation")
        .put("@TotalResources", total)
        .put("@TotalPages", Math.ceilDiv(total, limit))
        .put("@CurrentPage", 1);
    return new CallOutcome.Answered(document, 20);
  }

  private Found at(Place place, int limit) {
    return new Pages(Customers.CUSTOMERS, Map.of(), limit, this::ask).at(place);
  }

  private static List<String> ids(Found.Rows rows) {
    return rows.rows().stream().map((JsonNode row) -> row.path("CustomerNumber").asText()).toList();
  }

  private void fill(int count) {
    IntStream.rangeClosed(1, count).mapToObj(String::valueOf).forEach(list::add);
  }

  private List<String> walk(int limit, Runnable meanwhile) {
    var seen = new ArrayList<String>();
    Place place = new Place.Page(1);
    while (true) {
      Found.Rows rows = (Found.Rows) at(place, limit);
      seen.addAll(ids(rows));
      if (rows.next() == null) {
        return seen;
      }
      Cursor next = rows.next();
      place = new Place.After(Cursor.of(next.text()).orElseThrow());
      meanwhile.run();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 50, 99, 100, 101, 500})
  void aListThatStaysIsSeenWholeWithOneCallForEachPart(int limit) {
    fill(100);

    assertThat(walk(limit, () -> {})).isEqualTo(list);
    assertThat(calls).isEqualTo(Math.ceilDiv(100, limit));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverStaysIsSeenOnceWhileOthersComeAndGo(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    fill(200);
    Set<String> staying = new HashSet<>(list);
    int[] more = {1000};

    List<String> seen =
        walk(
            10,
            () -> {
              for (int deletion = random.nextInt(4); deletion > 0; deletion--) {
                staying.remove(list.remove(random.nextInt(list.size())));
              }
              for (int addition = random.nextInt(4); addition > 0; addition--) {
                list.add(random.nextInt(list.size() + 1), String.valueOf(more[0]++));
              }
            });

    assertThat(seen).containsAll(staying).doesNotHaveDuplicates();
  }

  @Test
  void aPlaceIsFoundWhereverItHasMoved() {
    fill(100);
    Cursor cursor = ((Found.Rows) at(new Place.Page(5), 10)).next();
    list.subList(0, 45).clear();

    Found.Rows rows = (Found.Rows) at(new Place.After(cursor), 10);

    assertThat(ids(rows).getFirst()).isEqualTo("51");
    IntStream.range(0, 600).forEach(n -> list.add(0, "new" + n));
    assertThat(ids((Found.Rows) at(new Place.After(cursor), 10)).getFirst()).isEqualTo("51");
  }

  @Test
  void aPlaceWhoseRowsAreAllGoneIsSaidToBeLost() {
    fill(100);
    Cursor cursor = ((Found.Rows) at(new Place.Page(5), 10)).next();
    list.subList(40, 50).clear();

    Found.Failed failed = (Found.Failed) at(new Place.After(cursor), 10);

    assertThat(failed.problem().type()).isEqualTo(ProblemType.PARAMETER_INVALID);
    assertThat(failed.problem().pointer()).isEqualTo("after");
  }

  @Test
  void theEndHasNoCursor() {
    fill(20);
    Cursor cursor = ((Found.Rows) at(new Place.Page(1), 10)).next();

    assertThat(((Found.Rows) at(new Place.After(cursor), 10)).next()).isNull();
    assertThat(((Found.Rows) at(new Place.Page(2), 10)).next()).isNull();
    list.clear();
    assertThat(((Found.Rows) at(new Place.After(Cursor.start("customers")), 10)).rows()).isEmpty();
  }
}
