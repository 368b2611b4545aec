package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.TASK_CANCELLED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that came with the creation of something else. Each is an upload and a task of its own,
 * which the writer makes once it knows what the file belongs to, and carries out within the turn of
 * the task that it came with. Its id follows from that task's, so that whoever goes on finds it.
 */
final class Enclosures {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final TaskStore tasks;
  private final ContentStore contents;
  private final Timing timing;

  Enclosures(TaskStore tasks, ContentStore contents, Timing timing) {
    this.tasks = tasks;
    this.contents = contents;
    this.timing = timing;
  }

  /** What it came to. */
  sealed interface Result {}

  record Connected() implements Result {}

  /** For good; what the problem tells of is the first file that isn't where it should be. */
  record Incomplete(Problem problem) implements Result {}

  /** What the file's own task said. */
  record Unfinished(Run run, Duration pause) implements Result {}

  /** Where the bytes of a task's files are kept, by the place of each. */
  static List<String> keys(Task task) {
    List<String> keys = new ArrayList<>();
    for (ObjectNode file : files(task)) {
      keys.add(Content.in(file).orElseThrow().key(id(task, keys.size())));
    }
    return keys;
  }

  /**
   * Uploads and connects them, as far as they aren't.
   *
   * @param entityId what they belong to
   */
  Result connect(Turn turn, String entityId) {
    Task task = turn.task();
    Optional<Problem> missing = Optional.empty();
    List<ObjectNode> files = files(task);
    for (int place = 0; place < files.size(); place++) {
      String id = id(task, place);
      if (tasks.find(id).isEmpty() && !isStored(upload(id, task, files.get(place), entityId))) {
        return new Unfinished(new Run.Later(SOON), SOON);
      }
      switch (turn.within(id)) {
        case Run.Finished(), Run.Continues() -> {}
        case Run.Later later -> {
          return new Unfinished(later, later.pause());
        }
        case Run.Stumbled stumbled -> {
          return new Unfinished(stumbled, stumbled.pause());
        }
      }
      String name = files.get(place).path(Files.NAME).asText();
      missing = missing.or(() -> problem(id).map(problem -> about(name, problem)));
    }
    return missing.<Result>map(Incomplete::new).orElseGet(Connected::new);
  }

  /** The bytes of files that never became tasks; those that did forget theirs themselves. */
  void forget(Task task) {
    List<String> keys = keys(task);
    for (int place = 0; place < keys.size(); place++) {
      if (tasks.find(id(task, place)).isEmpty()) {
        contents.remove(keys.get(place));
      }
    }
  }

  private static List<ObjectNode> files(Task task) {
    return task.rows().getOrDefault(Files.ENCLOSED, List.of());
  }

  private static String id(Task task, int place) {
    return Ids.derived("enclosure", task.id(), Integer.toString(place));
  }

  /** It counts among the company's open writes, and isn't refused for them: it's half done. */
  private boolean isStored(Task file) {
    return switch (tasks.putOpen(file, Integer.MAX_VALUE)) {
      case TaskStore.Put.Stored _, TaskStore.Put.Earlier _ -> true;
      case TaskStore.Put.Full _, TaskStore.Put.Busy _ -> false;
    };
  }

  private Task upload(String id, Task task, ObjectNode file, String entityId) {
    ObjectNode target =
        JsonNodeFactory.instance
            .objectNode()
            .put(Files.RESOURCE, task.resource())
            .put(Files.ID, entityId);
    return new Task(
        id,
        task.connection(),
        task.tenant(),
        task.companyId(),
        Files.FILES.name(),
        Operation.CREATE,
        null,
        null,
        file,
        Map.of(Files.ATTACHED_TO, List.of(target)),
        List.of(),
        Fingerprint.of(file),
        timing.now(),
        Progress.none());
  }

  private Optional<Problem> problem(String id) {
    return tasks
        .find(id)
        .map(file -> file.progress().outcome())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case TaskOutcome.Done _ -> Optional.empty();
                  case TaskOutcome.Partial(_, _, var problem) -> Optional.of(problem);
                  case TaskOutcome.Uncertain(var problem) -> Optional.of(problem);
                  case TaskOutcome.Failed(var problems) -> problems.stream().findFirst();
                  case TaskOutcome.Cancelled() ->
                      Optional.of(TASK_CANCELLED.about("It was cancelled before it was sent."));
                });
  }

  private static Problem about(String name, Problem problem) {
    return new Problem(
        problem.type(),
        "The file %s isn't connected: %s".formatted(name, problem.detail()),
        null,
        problem.fortnox(),
        problem.retryAfter());
  }
}
