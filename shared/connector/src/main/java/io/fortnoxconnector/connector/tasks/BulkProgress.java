package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a bulk run is, as its task notes it behind each row.
 *
 * @param rows how many there are
 * @param next the place of the first row that isn't counted yet, from 0
 * @param startedAt when its first row was begun; null before that
 * @param countedAt when its last row was counted
 */
public record BulkProgress(
    int rows,
    int next,
    int done,
    int partial,
    int failed,
    int uncertain,
    int cancelled,
    Instant startedAt,
    Instant countedAt) {

  /** A shorter time says nothing of a rate. */
  private static final Duration LEAST_MEASURED = Duration.ofSeconds(2);

  /** Of a bulk run; empty for other tasks. */
  public static Optional<BulkProgress> of(Task task) {
    return task.operation() == Operation.BULK ? Optional.of(read(task)) : Optional.empty();
  }

  private static BulkProgress read(Task run) {
    ObjectNode noted = run.progress().prepared();
    int rows = BulkRows.count(run);
    if (noted == null) {
      return new BulkProgress(rows, 0, 0, 0, 0, 0, 0, run.acceptedAt(), run.acceptedAt());
    }
    return new BulkProgress(
        rows,
        noted.path("next").asInt(),
        noted.path("done").asInt(),
        noted.path("partial").asInt(),
        noted.path("failed").asInt(),
        noted.path("uncertain").asInt(),
        noted.path("cancelled").asInt(),
        Instant.ofEpochMilli(noted.path("startedAt").asLong()),
        Instant.ofEpochMilli(noted.path("countedAt").asLong()));
  }

  /** What the run's task notes. */
  ObjectNode noted() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("next", next)
        .put("done", done)
        .put("partial", partial)
        .put("failed", failed)
        .put("uncertain", uncertain)
        .put("cancelled", cancelled)
        .put("startedAt", startedAt.toEpochMilli())
        .put("countedAt", countedAt.toEpochMilli());
  }

  /** The same when its first row is begun. */
  BulkProgress begun(Instant now) {
    return next > 0
        ? this
        : new BulkProgress(rows, 0, done, partial, failed, uncertain, cancelled, now, now);
  }

  /** The same with one more row, which has ended so. */
  BulkProgress with(TaskState state, Instant now) {
    return new BulkProgress(
        rows,
        next + 1,
        done + (state == TaskState.DONE ? 1 : 0),
        partial + (state == TaskState.PARTIAL ? 1 : 0),
        failed + (state == TaskState.FAILED ? 1 : 0),
        uncertain + (state == TaskState.UNCERTAIN ? 1 : 0),
        cancelled + (state == TaskState.CANCELLED ? 1 : 0),
        startedAt,
        now);
  }

  /** How many rows aren't counted yet. */
  public int remaining() {
    return rows - next;
  }

  /** How many rows a minute ended, since the first one was begun; empty where it's too early. */
  public Optional<Double> ratePerMinute() {
    Duration time = Duration.between(startedAt, countedAt);
    return time.compareTo(LEAST_MEASURED) < 0
        ? Optional.empty()
        : Optional.of(Math.round(next * 600_000.0 / time.toMillis()) / 10.0);
  }

  /** When the last row will have ended if all goes on as it did; empty where it's too early. */
  public Optional<Instant> expectedEnd() {
    return ratePerMinute()
        .filter(rate -> rate > 0)
        .map(rate -> countedAt.plusMillis(Math.round(remaining() * 60_000 / rate)));
  }
}
