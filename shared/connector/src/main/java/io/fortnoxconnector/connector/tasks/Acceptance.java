package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.problems.Problem;
import java.time.Duration;
import java.util.List;

/** Whether a write was taken. */
public sealed interface Acceptance {

  /**
   * It's durable: it will be carried out exactly once, or end with a reason.
   *
   * @param replayed the same request with the same idempotency key was accepted before
   */
  record Accepted(Task task, boolean replayed) implements Acceptance {}

  /** Nothing was stored, nothing queued. */
  record Rejected(List<Problem> problems) implements Acceptance {}

  /** Nothing was stored, nothing queued; the same request can be taken after a while. */
  record Later(Problem problem, Duration pause) implements Acceptance {}
}
