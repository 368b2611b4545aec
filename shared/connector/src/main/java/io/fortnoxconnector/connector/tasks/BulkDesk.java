package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import io.fortnoxconnector.connector.Canonical;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Acceptance.Rejected;
import io.fortnoxconnector.connector.tasks.BulkRequest.OnError;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where many creations are accepted at once: all are checked, then kept, then one task is stored
 * and queued for all of them, a bulk run.
 */
public final class BulkDesk {

  /** How many rows a run has at most. */
  public static final int MOST_ROWS = 10_000;

  /** How many unfinished runs a company may have. */
  static final int MOST_OPEN = 10;

  /** Whoever found too many runs comes back after so many rows. */
  private static final int WORTHWHILE = 500;

  /** How many problems an answer names. */
  private static final int MOST_NAMED = 100;

  private final Intake intake;
  private final TaskStore tasks;
  private final BulkRows rows;
  private final Timing timing;

  public BulkDesk(WriteDesk desk, TaskStore tasks, ContentStore contents, Timing timing) {
    this.intake = desk.intake();
    this.tasks = tasks;
    this.rows = new BulkRows(contents);
    this.timing = timing;
  }

  /** Accepts the rows as one task, or says what is wrong with them. */
  public Acceptance accept(BulkRequest request) {
    if (!request.resource().allows(Operation.CREATE)) {
      return new Rejected(
          List.of(
              OPERATION_NOT_POSSIBLE.about(
                  "Fortnox has no way to create " + request.resource().name() + ".")));
    }
    if (!request.connection().consent().isUsable()) {
      return WriteDesk.disconnected(request.connection());
    }
    MatchBy matchBy = request.matchBy();
    if (matchBy != null && !matchBy.isPossible(request.resource())) {
      return new Rejected(
          List.of(
              PARAMETER_INVALID.about(
                  "matchBy",
                  "Fortnox doesn't find %s by %s, or can't change them."
                      .formatted(request.resource().name(), matchBy.text()))));
    }
    var check = new BulkCheck(request.resource(), matchBy);
    request.rows().forEach(check::row);
    return request.onError() == OnError.REJECT && !check.problems().isEmpty()
        ? new Rejected(named(check.problems()))
        : store(request, check);
  }

  private Acceptance store(BulkRequest request, BulkCheck check) {
    Task run = run(request);
    Optional<Task> earlier = tasks.find(run.id());
    if (earlier.isPresent()) {
      return intake.repeated(earlier.get(), run);
    }
    Instant expires = timing.now().plus(Packing.KEPT);
    rows.keep(run, request.rows(), expires);
    if (request.matchBy() != null) {
      rows.keepTwins(run, check.twins(), expires);
    }
    return intake.accept(run, MOST_OPEN, "bulk runs", WORTHWHILE);
  }

  private Task run(BulkRequest request) {
    var connection = request.connection();
    return new Task(
        WriteDesk.taskId(connection.id(), request.idempotencyKey()),
        connection.id(),
        connection.tenant(),
        connection.companyId(),
        request.resource().name(),
        Operation.BULK,
        null,
        null,
        BulkRows.header(request.rows().size(), request.matchBy()),
        Map.of(),
        List.of(),
        fingerprint(request),
        timing.now(),
        Progress.none());
  }

  private static String fingerprint(BulkRequest request) {
    var text = new StringBuilder(request.resource().name()).append('\n').append(Operation.BULK);
    text.append('\n').append(request.matchBy()).append('\n').append(request.onError());
    request.rows().forEach(row -> text.append('\n').append(Canonical.text(row)));
    return Key.sha256(text.toString());
  }

  private static List<Problem> named(List<Problem> problems) {
    if (problems.size() <= MOST_NAMED) {
      return problems;
    }
    var named = new ArrayList<>(problems.subList(0, MOST_NAMED));
    named.add(
        FIELD_INVALID.about(
            "%d more fields of the rows are wrong.".formatted(problems.size() - MOST_NAMED)));
    return named;
  }
}
