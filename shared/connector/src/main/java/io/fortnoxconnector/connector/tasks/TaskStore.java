package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tasks. Every method is one atomic step; those with an {@code owner} do nothing and say so where
 * another owner has the task, or it's finished.
 */
public interface TaskStore {

  /**
   * Stores a new task and counts it among its company's open ones, both or neither. {@link #finish}
   * takes it off the count in the same step as it records the outcome: whatever dies whenever, what
   * is counted is what is open. Bulk runs are counted by themselves.
   *
   * @param mostOpen of its kind: bulk runs, or other tasks
   */
  Put putOpen(Task task, int mostOpen);

  /** Stores a task that has ended already, or gives back the one that has its id. */
  Optional<Task> putEnded(Task task);

  /** What became of a new task. */
  sealed interface Put {

    record Stored() implements Put {}

    /** A task has this id; it's the answer even where the company has too many. */
    record Earlier(Task task) implements Put {}

    /** Nothing was stored: the company has as many open tasks as it may have. */
    record Full() implements Put {}

    /** Nothing was stored: too many came for the company at this moment. */
    record Busy() implements Put {}
  }

  /** Read consistently. */
  Optional<Task> find(String id);

  /** Those of them that are there, in no order; read consistently. */
  List<Task> findAll(List<String> ids);

  /** Whether the company has open tasks, bulk runs aside. */
  boolean hasOpen(String companyId);

  /**
   * The task's message is on the queue; if it isn't finished by {@code lookAgain}, housekeeping
   * looks after it.
   */
  void queued(String id, Instant lookAgain);

  /**
   * Takes the task: possible while it isn't finished and nobody else's lease runs.
   *
   * @return the task as it was at that moment; empty where it couldn't be taken
   */
  Optional<Task> lease(String id, String owner, Instant now, Instant until);

  /**
   * Takes the task as {@link #lease} does and notes that the entity's write is about to leave. From
   * here on its outcome is unknown until something else is recorded. Counts an attempt.
   */
  boolean sending(String id, String owner, Instant now, Instant until);

  /**
   * Notes what the write is going to do to the entity as it is, before it leaves: a look into
   * Fortnox compares with it.
   */
  boolean prepared(String id, String owner, ObjectNode prepared);

  /**
   * Notes how far a bulk run is, as {@link Progress#prepared}, which stays when it ends. From here
   * on it's in progress.
   */
  boolean advanced(String id, String owner, ObjectNode progress);

  /**
   * Notes how far a bulk run was when it ended, where the row that it was at ended later. Does
   * nothing where more has been noted than {@code run} says.
   */
  void counted(Task run, ObjectNode progress);

  /** Nothing happened at Fortnox; the task is free again. */
  boolean notSent(String id, String owner);

  /**
   * It may have happened; the task is free again, for a look into Fortnox from {@code
   * lookNotBefore} on.
   */
  boolean unknown(String id, String owner, Instant lookNotBefore);

  /**
   * A fault of the connector's own stopped this turn: it's counted, and the task is free again.
   * What may have happened stays noted.
   */
  boolean stumbled(String id, String owner);

  /** The entity's write is confirmed; rows are left to do, under the same lease. */
  boolean written(String id, String owner, Written written);

  boolean finish(Task task, String owner, TaskOutcome outcome, Instant now);

  /**
   * Ends a task as {@link TaskOutcome.Cancelled} and takes it off the count, while nothing of it is
   * at Fortnox: whoever has its lease can't pass {@link #sending} any more. Once more than that has
   * happened it stays as it is.
   */
  Cancellation cancel(Task task, Instant now);

  /** What became of the wish to cancel. */
  sealed interface Cancellation {

    /** It was open and is cancelled. */
    record Done(Task task) implements Cancellation {}

    /** It has ended, or has been sent; as it is now. */
    record TooLate(Task task) implements Cancellation {}

    /** Nothing was done: too much happened to the company's tasks at this moment. */
    record Busy() implements Cancellation {}
  }

  /**
   * A connection's tasks, at most {@code most}, the one accepted last first. What changed a moment
   * ago may show as it was.
   *
   * @param after the place that the list goes on from; null for its beginning
   */
  TaskList list(String connection, TaskList.Wanted wanted, @Nullable Place after, int most);

  /**
   * Whether another task's creation is known to have made this entity: then a look-up mustn't take
   * it for its own.
   *
   * @param entity as {@link Task#nameOf} names it
   */
  boolean isMadeByAnother(String taskId, String companyId, String resource, String entity);

  /** Unfinished tasks whose time to be looked after has come, oldest first. */
  List<String> due(Instant now, int limit);
}
