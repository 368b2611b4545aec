package io.fortnoxconnector.connector.twins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.connector.tasks.Task.Written;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskList;
import io.fortnoxconnector.connector.tasks.TaskList.Place;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.connector.tasks.TaskStore;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tasks in a map. */
public final class InMemoryTaskStore implements TaskStore, TaskEnds {

  private static final Comparator<Place> PLACES =
      Comparator.comparing(Place::acceptedAt).thenComparing(Place::id);
  private static final Comparator<TaskSummary> OLDEST_FIRST =
      Comparator.comparing(Place::of, PLACES);

  private final Map<String, Task> tasks = new HashMap<>();
  private final Map<String, Instant> dueAt = new HashMap<>();
  private final Map<String, String> finishedBy = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();
  private Runnable beforeLease = () -> {};

  @Override
  public synchronized Put putOpen(Task task, int mostOpen) {
    Task earlier = tasks.get(task.id());
    if (earlier != null) {
      return new Put.Earlier(earlier);
    }
    if (open(task.companyId(), task.operation() == Operation.BULK) >= mostOpen) {
      return new Put.Full();
    }
    tasks.put(task.id(), task);
    dueAt.put(task.id(), task.acceptedAt().plus(WriteDesk.STRANDED_AFTER));
    return new Put.Stored();
  }

  @Override
  public synchronized Optional<Task> putEnded(Task task) {
    return Optional.ofNullable(tasks.putIfAbsent(task.id(), task));
  }

  private long open(String companyId, boolean runs) {
    return tasks.values().stream()
        .filter(task -> task.companyId().equals(companyId) && !task.isFinished())
        .filter(task -> (task.operation() == Operation.BULK) == runs)
        .count();
  }

  @Override
  public synchronized boolean hasOpen(String companyId) {
    return open(companyId, false) > 0;
  }

  @Override
  public synchronized List<Task> findAll(List<String> ids) {
    return ids.stream().distinct().map(tasks::get).filter(Objects::nonNull).toList();
  }

  @Override
  public synchronized Optional<Task> find(String id) {
    if (damaged.contains(id)) {
      throw new IllegalStateException("Task " + id + " can't be read");
    }
    return Optional.ofNullable(tasks.get(id));
  }

  /** As if somebody had changed the item by hand. */
  public synchronized void damage(String id) {
    damaged.add(id);
  }

  @Override
  public synchronized void queued(String id, Instant lookAgain) {
    dueAt.computeIfPresent(id, (_, _) -> lookAgain);
  }

  /** Runs before a task is taken: what others do just then. */
  public synchronized void beforeLease(Runnable doing) {
    beforeLease = doing;
  }

  @Override
  public synchronized Optional<Task> lease(String id, String owner, Instant now, Instant until) {
    Runnable others = beforeLease;
    beforeLease = () -> {};
    others.run();
    if (!isMineOrFree(id, owner, now)) {
      return Optional.empty();
    }
    change(
        id,
        p ->
            new Progress(
                p.attempts(),
                p.accidents(),
                owner,
                until,
                p.sentAt(),
                p.lookNotBefore(),
                p.prepared(),
                p.written(),
                null,
                null));
    return find(id);
  }

  @Override
  public synchronized boolean stumbled(String id, String owner) {
    return isMine(id, owner)
        && change(
            id,
            p ->
                new Progress(
                    p.attempts(),
                    p.accidents() + 1,
                    null,
                    null,
                    p.sentAt(),
                    p.lookNotBefore(),
                    p.prepared(),
                    p.written(),
                    null,
                    null));
  }

  @Override
  public synchronized boolean sending(String id, String owner, Instant now, Instant until) {
    return isMineOrFree(id, owner, now)
        && change(
            id,
            p ->
                new Progress(
                    p.attempts() + 1,
                    p.accidents(),
                    owner,
                    until,
                    now,
                    null,
                    p.prepared(),
                    p.written(),
                    null,
                    null));
  }

  @Override
  public synchronized boolean prepared(String id, String owner, ObjectNode prepared) {
    return isMine(id, owner)
        && change(
            id,
            p ->
                new Progress(
                    p.attempts(),
                    p.accidents(),
                    owner,
                    p.leaseUntil(),
                    p.sentAt(),
                    p.lookNotBefore(),
                    prepared,
                    p.written(),
                    null,
                    null));
  }

  @Override
  public synchronized boolean advanced(String id, String owner, ObjectNode progress) {
    return prepared(id, owner, progress);
  }

  @Override
  public synchronized void counted(Task run, ObjectNode progress) {
    Task there = tasks.get(run.id());
    if (there != null
        && there.isFinished()
        && Objects.equals(there.progress().prepared(), run.progress().prepared())) {
      change(
          run.id(),
          p ->
              new Progress(
                  p.attempts(),
                  p.accidents(),
                  null,
                  null,
                  null,
                  null,
                  progress,
                  p.written(),
                  p.outcome(),
                  p.finishedAt()));
    }
  }

  @Override
  public synchronized boolean notSent(String id, String owner) {
    return isMine(id, owner)
        && change(
            id,
            p ->
                new Progress(
                    p.attempts(),
                    p.accidents(),
                    null,
                    null,
                    null,
                    null,
                    p.prepared(),
                    p.written(),
                    null,
                    null));
  }

  @Override
  public synchronized boolean unknown(String id, String owner, Instant lookNotBefore) {
    return isMine(id, owner)
        && change(
            id,
            p ->
                new Progress(
                    p.attempts(),
                    p.accidents(),
                    null,
                    null,
                    p.sentAt(),
                    lookNotBefore,
                    p.prepared(),
                    p.written(),
                    null,
                    null));
  }

  @Override
  public synchronized boolean written(String id, String owner, Written written) {
    return isMine(id, owner)
        && change(
            id,
            p ->
                new Progress(
                    p.attempts(),
                    p.accidents(),
                    owner,
                    p.leaseUntil(),
                    null,
                    null,
                    p.prepared(),
                    written,
                    null,
                    null));
  }

  @Override
  public synchronized boolean finish(Task task, String owner, TaskOutcome outcome, Instant now) {
    String id = task.id();
    if (!isMine(id, owner)) {
      return owner.equals(finishedBy.get(id));
    }
    finishedBy.put(id, owner);
    dueAt.remove(id);
    return change(
        id,
        p ->
            new Progress(
                p.attempts(),
                p.accidents(),
                null,
                null,
                null,
                null,
                task.operation() == Operation.BULK ? p.prepared() : null,
                p.written(),
                outcome,
                now));
  }

  @Override
  public synchronized Cancellation cancel(Task task, Instant now) {
    Task there = tasks.get(task.id());
    if (there == null || there.isFinished() || there.hasLeft()) {
      return new Cancellation.TooLate(there == null ? task : there);
    }
    dueAt.remove(task.id());
    change(
        task.id(),
        p ->
            new Progress(
                p.attempts(),
                p.accidents(),
                null,
                null,
                null,
                null,
                task.operation() == Operation.BULK ? p.prepared() : null,
                null,
                new TaskOutcome.Cancelled(),
                now));
    return new Cancellation.Done(tasks.get(task.id()));
  }

  @Override
  public synchronized TaskList list(
      String connection, TaskList.Wanted wanted, @Nullable Place after, int most) {
    List<TaskSummary> found =
        tasks.values().stream()
            .filter(task -> task.connection().equals(connection))
            .map(Task::summary)
            .filter(task -> isWanted(task, wanted))
            .sorted(OLDEST_FIRST.reversed())
            .filter(task -> after == null || PLACES.compare(Place.of(task), after) < 0)
            .limit(most + 1L)
            .toList();
    return found.size() <= most
        ? new TaskList(found, null)
        : new TaskList(found.subList(0, most), Place.of(found.get(most - 1)));
  }

  private static boolean isWanted(TaskSummary task, TaskList.Wanted wanted) {
    return (wanted.states().isEmpty() || wanted.states().contains(task.state()))
        && (wanted.resource() == null || wanted.resource().equals(task.resource()))
        && (wanted.operation() == null || wanted.operation() == task.operation())
        && (wanted.resourceId() == null || wanted.resourceId().equals(task.resourceId()))
        && (wanted.from() == null || !task.acceptedAt().isBefore(wanted.from()))
        && (wanted.to() == null || !task.acceptedAt().isAfter(wanted.to()));
  }

  @Override
  public synchronized boolean isMadeByAnother(
      String taskId, String companyId, String resource, String entity) {
    return tasks.values().stream()
        .filter(task -> !task.id().equals(taskId) && task.operation() == Operation.CREATE)
        .filter(task -> task.companyId().equals(companyId) && task.resource().equals(resource))
        .anyMatch(task -> entity.equals(made(task)));
  }

  @Override
  public synchronized List<String> due(Instant now, int limit) {
    return dueAt.entrySet().stream()
        .filter(due -> due.getValue().isBefore(now))
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized List<Untold> untold(int limit) {
    return tasks.values().stream()
        .filter(task -> task.isFinished() && !task.isRow() && !told.contains(task.id()))
        .sorted(Comparator.comparing(task -> Objects.requireNonNull(task.progress().finishedAt())))
        .limit(limit)
        .map(task -> new Untold(task.connection(), task.summary()))
        .toList();
  }

  @Override
  public synchronized void told(String taskId) {
    told.add(taskId);
  }

  /** All tasks, the one accepted first in front. */
  public synchronized List<Task> all() {
    return tasks.values().stream().sorted(Comparator.comparing(Task::acceptedAt)).toList();
  }

  private boolean isMineOrFree(String id, String owner, Instant now) {
    Task task = tasks.get(id);
    if (task == null || task.isFinished()) {
      return false;
    }
    Instant until = task.progress().leaseUntil();
    return until == null || until.isBefore(now) || owner.equals(task.progress().leaseOwner());
  }

  private boolean isMine(String id, String owner) {
    Task task = tasks.get(id);
    return task != null && !task.isFinished() && owner.equals(task.progress().leaseOwner());
  }

  private boolean change(String id, UnaryOperator<Progress> change) {
    tasks.computeIfPresent(
        id,
        (_, t) ->
            new Task(
                t.id(),
                t.connection(),
                t.tenant(),
                t.companyId(),
                t.resource(),
                t.operation(),
                t.entityId(),
                t.action(),
                t.entity(),
                t.rows(),
                t.warnings(),
                t.fingerprint(),
                t.acceptedAt(),
                change.apply(t.progress())));
    return true;
  }

  private static @Nullable String made(Task task) {
    TaskOutcome outcome = task.progress().outcome();
    return outcome == null ? null : outcome.writtenTo().map(task::nameOf).orElse(null);
  }
}
