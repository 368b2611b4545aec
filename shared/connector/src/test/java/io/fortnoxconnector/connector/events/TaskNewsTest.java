package io.fortnoxconnector.connector.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.EventStore.Told;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever waits for a task hears that it has ended, and what of it. */
class TaskNewsTest {

  private final World world = new World();
  private final List<String> rung = new ArrayList<>();
  private final TaskNews news = news(world.tasks);

  private TaskNews news(TaskEnds ends) {
    return new TaskNews(
        ends,
        world.events,
        world.connections,
        (one, last) -> rung.add(one.id() + " " + last),
        world.meter,
        world.timing);
  }

  private void end(Task task, TaskOutcome outcome) {
    world.tasks.putOpen(task, 1000);
    world.tasks.lease(task.id(), "me", world.timing.now(), world.timing.now().plusSeconds(60));
    world.tasks.finish(task, "me", outcome, world.timing.now());
  }

  private List<Event> told(String connection) {
    return world.events.after(connection, 0, 1000, world.timing.now()).stream()
        .map(Told::event)
        .toList();
  }

  @Test
  void anEndIsToldOnceWithItsOutcome() {
    Task task = Samples.task("one");
    end(task, new TaskOutcome.Done("17", Samples.json("{'CustomerNumber':'17'}")));

    assertThat(news.round(world.minute()).told()).isEqualTo(1);
    assertThat(news.round(world.minute()).told()).isZero();

    assertThat(told(task.connection()))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("task.finished");
              assertThat(event.data())
                  .containsEntry("connectionId", task.connection())
                  .containsEntry("taskId", "one")
                  .containsEntry("status", "SUCCESS")
                  .containsEntry("resource", "customers")
                  .containsEntry("operation", "CREATE")
                  .containsEntry("resourceId", "17");
            });
  }

  @Test
  void aConnectionThatIsThereHearsThatItIsTold() {
    end(Samples.task("one"), new TaskOutcome.Cancelled());
    news.round(world.minute());
    assertThat(rung).isEmpty();

    String connection = world.connect(Grant.CLIENT_CREDENTIALS).id();
    end(Samples.task("two"), new TaskOutcome.Cancelled());
    news.round(world.minute());
    assertThat(rung).containsExactly(connection + " 2");
  }

  @Test
  void aThousandEndsAreToldInOneRound() {
    for (int i = 0; i < 1000; i++) {
      end(Samples.task("t" + i), new TaskOutcome.Cancelled());
    }

    assertThat(news.round(world.minute()).told()).isEqualTo(1000);
    assertThat(told(Samples.task("t1").connection())).hasSize(1000).doesNotHaveDuplicates();
  }

  @Test
  void whatThereIsNoTimeForIsToldByTheNextRound() {
    end(Samples.task("one"), new TaskOutcome.Cancelled());

    assertThat(news.round(Deadline.in(Duration.ofSeconds(1), world.timing)).told()).isZero();
    assertThat(news.round(world.minute()).told()).isEqualTo(1);
  }

  @Test
  void whoeverDiesBeforeAnEndIsMarkedTellsItAgainUnderTheSameId() {
    Task task = Samples.task("one");
    end(task, new TaskOutcome.Cancelled());
    TaskNews dying =
        news(
            new TaskEnds() {
              @Override
              public List<Untold> untold(int limit) {
                return world.tasks.untold(limit);
              }

              @Override
              public void told(String taskId) {
                throw new IllegalStateException("gone");
              }
            });

    assertThat(dying.round(world.minute()).accidents()).hasSize(1);
    news.round(world.minute());

    assertThat(told(task.connection()))
        .hasSize(2)
        .extracting(Event::id)
        .containsOnly(told(task.connection()).getFirst().id());
  }

  @Test
  void anEndThatIsToldDuringALookStopsItNot() {
    Connection connection = world.connect(Grant.CLIENT_CREDENTIALS);
    Turn turn = world.events.take(connection.id(), "looking", world.timing.now());
    world.events.tell(
        connection.id(),
        List.of(new Event("event1", "task.finished", world.timing.now(), java.util.Map.of())));

    assertThat(world.events.note(turn, new Notes(List.of(), null, Watch.begin("customers"))))
        .isPresent();
  }
}
