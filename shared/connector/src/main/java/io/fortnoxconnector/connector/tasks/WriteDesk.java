package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;
import static io.fortnoxconnector.connector.problems.ProblemType.RECONNECT_REQUIRED;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Identifiers;
import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Acceptance.Rejected;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Translated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where writes are accepted, whichever door they come by: checked, translated, stored, queued, in
 * this order.
 */
public final class WriteDesk {

  /**
   * A task whose message isn't known to be on the queue after this long was stranded by a crash.
   */
  public static final Duration STRANDED_AFTER = Duration.ofMinutes(2);

  /** What stands in the place of a resource's name on the task of a call that is passed on. */
  public static final String PASSED_THROUGH = "passThrough";

  /**
   * Whoever found a company full comes back when the writer has made room for a tenth: earlier
   * they'd find it full again, later the writer might have run dry.
   */
  private static final int WORTHWHILE_PART = 10;

  private static final Duration FIRST_POLL = Duration.ofMillis(40);
  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  private final TaskStore tasks;
  private final Packing packing;
  private final Intake intake;
  private final int mostOpen;
  private final Randomness randomness;
  private final Timing timing;

  /**
   * A desk.
   *
   * @param mostOpen how many unfinished writes a company may have
   */
  public WriteDesk(
      TaskStore tasks,
      ContentStore contents,
      TaskQueue queue,
      int mostOpen,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.tasks = tasks;
    this.packing = new Packing(contents, timing);
    this.intake = new Intake(tasks, queue, meter, timing);
    this.mostOpen = mostOpen;
    this.randomness = randomness;
    this.timing = timing;
  }

  /** What it hands over to, for other desks. */
  Intake intake() {
    return intake;
  }

  /** Accepts the write, or says all that is wrong with it. */
  public Acceptance accept(WriteRequest request) {
    if (!request.resource().allows(request.operation())) {
      return rejected(
          OPERATION_NOT_POSSIBLE.about(
              request
                  .resource()
                  .refusal(request.operation())
                  .orElse(
                      "Fortnox has no "
                          + request.operation()
                          + " for "
                          + request.resource().name()
                          + ".")));
    }
    String id = request.id();
    if (id != null && !Identifiers.isIdOf(request.resource(), id)) {
      return rejected(NOT_FOUND.about("No " + request.resource().name() + " can have such an id."));
    }
    if (!request.connection().consent().isUsable()) {
      return disconnected(request.connection());
    }
    return switch (request.translated()) {
      case Translated.Rejected(var problems) ->
          new Rejected(problems.stream().map(Problem::of).toList());
      case Translated.Accepted translated -> store(request, translated);
    };
  }

  /** Accepts a call in Fortnox's own terms, whatever it may do: nothing of it is known here. */
  public Acceptance accept(Connection connection, RawCall call, @Nullable String idempotencyKey) {
    if (!connection.consent().isUsable()) {
      return disconnected(connection);
    }
    ObjectNode stored = call.stored();
    return store(
        new Task(
            idempotencyKey == null ? randomness.id() : taskId(connection.id(), idempotencyKey),
            connection.id(),
            connection.tenant(),
            connection.companyId(),
            PASSED_THROUGH,
            Operation.CALL,
            null,
            null,
            stored,
            Map.of(),
            List.of(),
            Fingerprint.of(stored),
            timing.now(),
            Progress.none()));
  }

  static Rejected disconnected(Connection connection) {
    return rejected(
        RECONNECT_REQUIRED.about("The company's connection is " + connection.consent() + "."));
  }

  /**
   * Stores a write that can't be accepted as a task that has failed already, for doors whose users
   * can only look for a task.
   */
  public Task refuse(WriteRequest request, List<Problem> problems) {
    Task asked = task(request, new Translated.Accepted(request.body(), Map.of(), List.of()));
    Task task = failed(asked.id(), asked, problems);
    Optional<Task> earlier = tasks.putEnded(task);
    if (earlier.isEmpty() || isSame(task, earlier.get())) {
      return task;
    }
    // The key has a task already, which this refusal isn't about: it gets an id of its own, the
    // same one each time that the message is delivered.
    Task own = failed(Ids.derived("refused", task.id(), task.fingerprint()), task, problems);
    tasks.putEnded(own);
    return own;
  }

  /** The task as it is once it has finished, or as it is when the deadline comes. */
  public Task await(Task task, Deadline deadline) {
    Task latest = task;
    Duration poll = FIRST_POLL;
    while (!latest.isFinished() && deadline.allows(poll, timing)) {
      timing.pause(poll);
      latest = tasks.find(task.id()).orElse(latest);
      poll = poll.multipliedBy(5).dividedBy(4);
      poll = poll.compareTo(LONGEST_POLL) < 0 ? poll : LONGEST_POLL;
    }
    return latest;
  }

  /** The id of the task that a connection's idempotency key belongs to. */
  public static String taskId(String connection, String idempotencyKey) {
    return Ids.derived("task", connection, idempotencyKey);
  }

  /** Files' bytes are kept before the task that is to upload them. */
  private Acceptance store(WriteRequest request, Translated.Accepted translated) {
    List<BinaryNode> bytes = Packing.takenFrom(translated);
    Task task = task(request, translated);
    if (!bytes.isEmpty()) {
      Optional<Task> earlier =
          request.idempotencyKey() == null ? Optional.empty() : tasks.find(task.id());
      if (earlier.isPresent()) {
        return intake.repeated(earlier.get(), task);
      }
      packing.keep(task, bytes);
    }
    return store(task);
  }

  private Acceptance store(Task task) {
    return intake.accept(task, mostOpen, "writes", Math.max(1, mostOpen / WORTHWHILE_PART));
  }

  private Task task(WriteRequest request, Translated.Accepted translated) {
    String key = request.idempotencyKey();
    String connection = request.connection().id();
    return new Task(
        key == null ? randomness.id() : taskId(connection, key),
        connection,
        request.connection().tenant(),
        request.connection().companyId(),
        request.resource().name(),
        request.operation(),
        request.id(),
        request.operation() == Operation.ACT ? request.part() : null,
        translated.entity(),
        translated.rows(),
        translated.warnings(),
        Fingerprint.of(request),
        timing.now(),
        Progress.none());
  }

  private static boolean isSame(Task refused, Task earlier) {
    return Objects.equals(refused.progress().outcome(), earlier.progress().outcome());
  }

  private Task failed(String id, Task task, List<Problem> problems) {
    return task.ended(id, TaskOutcome.Failed.withMost(problems), timing.now());
  }

  private static Rejected rejected(Problem problem) {
    return new Rejected(List.of(problem));
  }
}
