package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import java.util.List;
import java.util.Optional;

/** How a task ended. */
public sealed interface TaskOutcome {

  /** The id of what was written; empty where nothing was, or nobody knows. */
  default Optional<String> writtenTo() {
    return switch (this) {
      case Done(var id, _) -> Optional.of(id);
      case Partial(var id, _, _) -> Optional.of(id);
      case Failed _, Uncertain _, Cancelled _ -> Optional.empty();
    };
  }

  /**
   * Fortnox did all of it.
   *
   * @param entity as Fortnox answered it, without its wrapper; empty after a deletion
   */
  record Done(String entityId, ObjectNode entity) implements TaskOutcome {}

  /** The entity was written; something that belongs to it wasn't. */
  record Partial(String entityId, ObjectNode entity, Problem problem) implements TaskOutcome {}

  /** Nothing was written, for good. */
  record Failed(List<Problem> problems) implements TaskOutcome {
    /** A body can be wrong in more ways than a stored task has room for. */
    private static final int MOST_PROBLEMS = 100;

    Failed(Problem problem) {
      this(List.of(problem));
    }

    /** With as many of the problems as a stored task has room for. */
    static Failed withMost(List<Problem> problems) {
      return new Failed(problems.stream().limit(MOST_PROBLEMS).toList());
    }
  }

  /** It may have been written, and nothing tells. */
  record Uncertain(Problem problem) implements TaskOutcome {}

  /** Its owner called it off before anything was sent. */
  record Cancelled() implements TaskOutcome {}
}
