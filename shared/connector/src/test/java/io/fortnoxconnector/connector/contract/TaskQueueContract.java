package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.tasks.TaskQueue;
import io.fortnoxconnector.connector.twins.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the writer's queue must do. */
public abstract class TaskQueueContract {

  /** An empty queue, the same one for the whole of a test. */
  protected abstract TaskQueue queue();

  /** The ids of the tasks that a writer gets, in this order, if it finishes each at once. */
  protected abstract List<String> delivered();

  @Test
  void aCompanysTasksComeInTheOrderInWhichTheyWereSent() {
    List<String> ids = List.of("c", "a", "b", "e", "d");

    ids.forEach(id -> queue().send(Samples.task(id, "612345")));

    assertThat(delivered()).containsExactlyElementsOf(ids);
  }

  @Test
  void aTaskSentTwiceWithinMinutesComesOnce() {
    queue().send(Samples.task("first", "612345"));
    queue().send(Samples.task("second", "612345"));
    queue().send(Samples.task("first", "612345"));

    assertThat(delivered()).containsExactly("first", "second");
    queue().send(Samples.task("first", "612345"));
    assertThat(delivered()).doesNotContain("first");
  }

  @Test
  void aTaskThatGoesOnComesOnceMoreForEachPlaceBehindWhatWasThere() {
    queue().send(Samples.task("first", "612345"));
    queue().send(Samples.task("second", "612345"));

    queue().again(Samples.task("first", "612345"), 17);
    queue().again(Samples.task("first", "612345"), 17);
    queue().again(Samples.task("first", "612345"), 18);

    assertThat(delivered()).containsExactly("first", "second", "first", "first");
  }
}
