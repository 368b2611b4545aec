package io.fortnoxconnector.connector.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Notes.Sighting;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever asks with the last answer's cursor gets each event, or hears that some are gone. */
class EventListTest {

  private final World world = new World();
  private final Connection connection = world.connect(Grant.CLIENT_CREDENTIALS);
  private final EventList list = new EventList(world.events, world.timing);

  private void tell(int... numbers) {
    Turn turn = world.events.take(connection.id(), "me", world.timing.now());
    for (int number : numbers) {
      String id = "event" + number;
      var event = new Event(id, "customer.created", world.timing.now(), Map.of());
      var seen = new Seen("row", "", world.timing.now(), id, false);
      turn =
          world
              .events
              .note(
                  turn, new Notes(List.of(new Sighting("customers", id, seen, event)), null, null))
              .orElseThrow();
    }
  }

  @Test
  void partsFollowEachOtherAndTheLastOneSaysSo() {
    tell(1, 2, 3);

    EventList.Part first = list.after(connection, 0, 2);
    EventList.Part second = list.after(connection, first.last(), 2);
    EventList.Part none = list.after(connection, second.last(), 2);

    assertThat(first.events()).extracting(Event::id).containsExactly("event1", "event2");
    assertThat(second.events()).extracting(Event::id).containsExactly("event3");
    assertThat(List.of(first.more(), second.more(), none.more()))
        .containsExactly(true, false, false);
    assertThat(none.last()).isEqualTo(second.last());
    assertThat(List.of(first.missed(), second.missed(), none.missed())).containsOnly(false);
  }

  @Test
  void whoComesTooLateHearsThatEventsAreGone() {
    tell(1, 2);
    world.timing.advance(Duration.ofDays(31));

    EventList.Part gone = list.after(connection, 1, 5);
    assertThat(gone.missed()).isTrue();
    assertThat(gone.events()).isEmpty();
    assertThat(list.after(connection, gone.last(), 5).missed()).isFalse();

    tell(3);
    assertThat(list.after(connection, 1, 5).missed()).isTrue();
    assertThat(list.after(connection, 1, 5).events()).hasSize(1);
    assertThat(list.after(connection, gone.last(), 5).missed()).isFalse();
    assertThat(list.after(connection, 0, 5).missed()).isFalse();
  }
}
