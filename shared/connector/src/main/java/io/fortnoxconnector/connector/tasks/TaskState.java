package io.fortnoxconnector.connector.tasks;

/** How far a task is, in one word. */
public enum TaskState {
  /** Nothing has left for Fortnox yet. */
  OPEN,
  /** It has been sent at least once. */
  INPROGRESS,
  DONE,
  PARTIAL,
  FAILED,
  UNCERTAIN,
  CANCELLED;

  /** Maesn's words: a client generated from its document takes no others. */
  public String status() {
    return switch (this) {
      case OPEN -> "OPEN";
      case INPROGRESS -> "IN_PROGRESS";
      case DONE -> "SUCCESS";
      case PARTIAL -> "PARTIAL_SUCCESS";
      case FAILED, UNCERTAIN -> "FAILED";
      case CANCELLED -> "CANCELLED_SUCCESSFULLY";
    };
  }

  public static TaskState of(TaskOutcome outcome) {
    return switch (outcome) {
      case TaskOutcome.Done _ -> DONE;
      case TaskOutcome.Partial _ -> PARTIAL;
      case TaskOutcome.Failed _ -> FAILED;
      case TaskOutcome.Uncertain _ -> UNCERTAIN;
      case TaskOutcome.Cancelled _ -> CANCELLED;
    };
  }
}
