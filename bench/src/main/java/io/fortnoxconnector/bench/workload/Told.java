package io.fortnoxconnector.bench.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows of its write.
 *
 * @param statuses of all answers, in order; 0 where none came
 * @param task its task's id, where the client was told
 * @param code of the problem, where it ended with one; else empty
 * @param entity the customer's id, where it's done
 */
public record Told(
    Write write,
    List<Integer> statuses,
    State state,
    @Nullable String task,
    String code,
    @Nullable String entity) {

  /** How far a write is, as its client sees it. */
  public enum State {
    /** Nobody said that it was accepted: it may have been. */
    UNANSWERED,
    /** Accepted, and not known to be finished. */
    OPEN,
    DONE,
    /** Refused at once, or ended with a reason. */
    FAILED,
    UNCERTAIN
  }

  static Told unanswered(Write write, List<Integer> statuses) {
    return new Told(write, List.copyOf(statuses), State.UNANSWERED, null, "", null);
  }

  public boolean isAcknowledged() {
    return state != State.UNANSWERED;
  }

  Told ended(State how, String problem, @Nullable String id) {
    return new Told(write, statuses, how, task, problem, id);
  }
}
