package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.events.EventStore.Forgotten;
import io.fortnoxconnector.connector.events.EventStore.Told;
import io.fortnoxconnector.connector.events.Notes;
import io.fortnoxconnector.connector.events.Notes.ListedPage;
import io.fortnoxconnector.connector.events.Notes.Sighting;
import io.fortnoxconnector.connector.events.Seen;
import io.fortnoxconnector.connector.events.Turn;
import io.fortnoxconnector.connector.events.Watch;
import io.fortnoxconnector.connector.events.Watch.Kind;
import io.fortnoxconnector.connector.events.Watch.Reading;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of events must do: number them without gaps, and forget none that it took. */
public abstract class EventStoreContract {

  private static final Instant NOW = FakeTiming.START;
  private static final Instant DOUBT = NOW.plus(Duration.ofDays(1));
  private static final String MINE = "connectionone";

  /** An empty store, the same one for the whole of a test. */
  protected abstract EventStore store();

  private static Sighting sighting(int number) {
    Event event = event(number);
    return new Sighting(
        "customers",
        "#" + number,
        new Seen("row", "whole" + number, NOW, event.id(), false),
        event);
  }

  private static Event event(int number) {
    return new Event("event" + number, "customer.created", NOW, Map.of("resourceId", "#" + number));
  }

  private static Notes notes(int from, int to) {
    List<Sighting> all =
        IntStream.rangeClosed(from, to).mapToObj(EventStoreContract::sighting).toList();
    return new Notes(all, null, null);
  }

  private List<String> ids(long after, int limit) {
    return store().after(MINE, after, limit, NOW).stream().map(told -> told.event().id()).toList();
  }

  @Test
  void whatIsNotedComesInItsOrderAndIsNumberedFromOne() {
    Turn turn = store().take(MINE, "me", DOUBT);

    Turn next = store().note(turn, notes(1, 3)).orElseThrow();
    store().note(next, notes(4, 5)).orElseThrow();

    assertThat(store().after(MINE, 0, 10, NOW))
        .extracting(Told::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(ids(0, 10)).containsExactly("event1", "event2", "event3", "event4", "event5");
    assertThat(ids(2, 2)).containsExactly("event3", "event4");
    assertThat(ids(5, 2)).isEmpty();
    assertThat(store().last(MINE)).isEqualTo(5);
    assertThat(store().after(MINE, 0, 1, NOW).getFirst().event()).isEqualTo(sighting(1).event());
  }

  @Test
  void moreThanOneTransactionHoldsIsWrittenToo() {
    store().note(store().take(MINE, "me", DOUBT), notes(1, 230)).orElseThrow();

    assertThat(ids(0, 500)).hasSize(230).doesNotHaveDuplicates();
    assertThat(store().seen(MINE, "customers")).hasSize(230);
    assertThat(store().last(MINE)).isEqualTo(230);
  }

  @Test
  void whoeverHadTheTurnBeforeWritesNoMore() {
    Turn old = store().take(MINE, "one", DOUBT);
    Turn current = store().take(MINE, "other", DOUBT);

    assertThat(store().note(old, notes(1, 1))).isEmpty();
    assertThat(store().note(old, new Notes(List.of(), null, Watch.begin("customers")))).isEmpty();

    assertThat(store().note(current, notes(2, 2))).isPresent();
    assertThat(ids(0, 10)).containsExactly("event2");
    assertThat(store().watches(MINE)).isEmpty();
    assertThat(store().take(MINE, "third", DOUBT).last()).isEqualTo(1);
  }

  @Race
  void ofManyWhoToldAtOnceNoneIsLostAndALookGoesOnBehindThem() {
    Turn turn = store().take(MINE, "me", DOUBT);

    List<Boolean> written =
        AtOnce.run(
            6,
            thread -> {
              if (thread == 0) {
                return store().note(turn, notes(100, 101)).isPresent();
              }
              store().tell(MINE, List.of(event(thread)));
              return true;
            });

    assertThat(written).containsOnly(true);
    assertThat(store().after(MINE, 0, 10, NOW))
        .extracting(Told::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(ids(0, 10))
        .containsExactlyInAnyOrder(
            "event1", "event2", "event3", "event4", "event5", "event100", "event101")
        .containsSubsequence("event100", "event101");
    assertThat(store().last(MINE)).isEqualTo(7);
    assertThat(store().seen(MINE, "customers")).hasSize(2);
  }

  @Test
  void whatIsToldWithoutALookIsNumberedWithTheOthers() {
    store().tell(MINE, List.of(event(1), event(2)));
    Turn turn = store().take(MINE, "me", DOUBT);
    store().tell(MINE, IntStream.rangeClosed(3, 120).mapToObj(number -> event(number)).toList());

    assertThat(store().note(turn, notes(121, 121)).orElseThrow().last()).isEqualTo(121);

    assertThat(ids(0, 500)).hasSize(121).startsWith("event1", "event2").endsWith("event121");
    assertThat(store().after(MINE, 0, 1, NOW).getFirst().event()).isEqualTo(event(1));
  }

  @Test
  void whatWasSeenReadsBack() {
    Turn turn = store().take(MINE, "me", DOUBT);
    Seen before = new Seen("row", "", NOW, null, false);
    Seen gone = new Seen("", "", NOW.plusSeconds(1), "event9", true);

    store()
        .note(
            turn,
            new Notes(
                List.of(
                    new Sighting("customers", "Å#1", before, null),
                    new Sighting("customers", "2", gone, null),
                    new Sighting("customersToo", "3", before, null)),
                null,
                null))
        .orElseThrow();

    assertThat(store().seen(MINE, "customers")).isEqualTo(Map.of("Å#1", before, "2", gone));
    assertThat(store().seen("another", "customers")).isEmpty();
  }

  @Test
  void howFarALookIsReadsBack() {
    var watches = new ArrayList<Watch>();
    watches.add(Watch.begin("customers"));
    watches.add(
        new Watch(
            "suppliers",
            NOW,
            NOW.minusSeconds(9),
            new Reading(Kind.SWEEP, NOW.plusSeconds(1), "cursor", 3, true),
            NOW.plusSeconds(60)));
    Turn turn = store().take(MINE, "me", DOUBT);
    for (Watch watch : watches) {
      turn = store().note(turn, new Notes(List.of(), null, watch)).orElseThrow();
    }

    assertThat(store().watches(MINE).values()).containsExactlyInAnyOrderElementsOf(watches);
    store().note(turn, new Notes(List.of(), null, Watch.begin("suppliers"))).orElseThrow();
    assertThat(store().watches(MINE)).containsEntry("suppliers", Watch.begin("suppliers"));
  }

  @Test
  void pagesOfAnEarlierSweepAreNotOfThisOne() {
    Instant later = NOW.plusSeconds(5);
    Turn turn = store().take(MINE, "me", DOUBT);
    for (ListedPage page :
        List.of(
            new ListedPage("customers", NOW, 0, Set.of("1", "2")),
            new ListedPage("customers", NOW, 1, Set.of("3")),
            new ListedPage("customers", later, 0, Set.of("4")),
            new ListedPage("suppliers", later, 0, Set.of("5")),
            new ListedPage("customers", later, 2, Set.of()))) {
      turn = store().note(turn, new Notes(List.of(), page, null)).orElseThrow();
    }

    assertThat(store().listed(MINE, "customers", later)).containsExactly("4");
    assertThat(store().listed(MINE, "customers", NOW)).containsExactly("3");
  }

  @Test
  void anEventIsKeptForThirtyDays() {
    store().note(store().take(MINE, "me", DOUBT), notes(1, 1)).orElseThrow();

    assertThat(store().after(MINE, 0, 1, NOW.plus(Duration.ofDays(30)).minusSeconds(1))).hasSize(1);
    assertThat(store().after(MINE, 0, 1, NOW.plus(Duration.ofDays(30)).plusSeconds(1))).isEmpty();
    assertThat(store().last(MINE)).isEqualTo(1);
  }

  private static Watch lookedAt(String resource) {
    return new Watch(resource, NOW, NOW, null, null);
  }

  @Test
  void aConnectionIsDoubtfulWhenNobodyHasTakenItsTurnForAWhile() {
    store().take("other", "me", DOUBT.plusMillis(1));
    store().take(MINE, "me", DOUBT);
    store().tell("third", List.of(event(1)));

    assertThat(store().doubtful(DOUBT.minusMillis(1), 10)).isEmpty();
    assertThat(store().doubtful(DOUBT, 10)).containsExactly(MINE);
    assertThat(store().doubtful(DOUBT.plusMillis(1), 10)).containsExactly(MINE, "other");
    assertThat(store().doubtful(DOUBT.plusMillis(1), 1)).containsExactly(MINE);

    store().take(MINE, "another", DOUBT.plusSeconds(1));
    assertThat(store().doubtful(DOUBT.plusMillis(1), 10)).containsExactly("other");
  }

  @Test
  void whatWasSeenIsForgottenInStepsHowFarTheLooksAreFirstAndWhatWasToldStays() {
    Turn turn = store().take(MINE, "me", DOUBT);
    turn = store().note(turn, notes(1, 230)).orElseThrow();
    turn =
        store()
            .note(
                turn,
                new Notes(
                    List.of(),
                    new ListedPage("customers", NOW, 0, Set.of("1")),
                    lookedAt("customers")))
            .orElseThrow();
    Turn other = store().take("other", "me", DOUBT);
    store().note(other, notes(1, 1)).orElseThrow();

    assertThat(store().forget(turn)).isEqualTo(Forgotten.SOME);
    assertThat(store().watches(MINE)).isEmpty();
    assertThat(store().seen(MINE, "customers")).isNotEmpty().hasSizeLessThan(230);
    assertThat(store().doubtful(DOUBT, 10)).contains(MINE);

    while (store().forget(turn) == Forgotten.SOME) {
      assertThat(store().seen(MINE, "customers")).isNotEmpty();
    }
    assertThat(store().seen(MINE, "customers")).isEmpty();
    assertThat(store().listed(MINE, "customers", NOW)).isEmpty();
    assertThat(store().doubtful(DOUBT, 10)).containsExactly("other");
    assertThat(ids(0, 500)).hasSize(230);
    assertThat(store().last(MINE)).isEqualTo(230);
    assertThat(store().seen("other", "customers")).hasSize(1);
    assertThat(store().forget(turn)).isEqualTo(Forgotten.ALL);
  }

  @Test
  void whoeverLostTheTurnForgetsNothing() {
    Turn old = store().take(MINE, "one", DOUBT);
    Turn current = store().take(MINE, "other", DOUBT);
    store().note(current, new Notes(List.of(), null, lookedAt("customers"))).orElseThrow();
    store().tell(MINE, List.of(event(1)));

    assertThat(store().forget(old)).isEqualTo(Forgotten.TAKEN_OVER);
    assertThat(store().watches(MINE)).hasSize(1);

    assertThat(store().forget(current)).isEqualTo(Forgotten.ALL);
    assertThat(store().watches(MINE)).isEmpty();
  }
}
