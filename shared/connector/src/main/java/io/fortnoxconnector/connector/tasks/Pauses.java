package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.connector.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long a task waits before it goes on. An outage at Fortnox mustn't be answered with a storm,
 * nor use up a task's attempts in a minute or two.
 */
final class Pauses {

  /**
   * A process whose clock is ahead never has the time: without a pause, what it gives back would go
   * round as fast as SQS hands it out.
   */
  static final Duration FOR_ANOTHER = Duration.ofSeconds(1);

  /** After an answer of 5xx nothing is running any more. */
  static final Duration SETTLES_IF_ANSWERED = Duration.ofSeconds(3);

  private static final Duration WHERE_NONE_IS_ASKED_FOR = Duration.ofSeconds(2);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Pauses() {}

  /** Until another process's lease is over. */
  static Duration forLease(Task task, Instant now) {
    Instant until = task.progress().leaseUntil();
    return until == null || !until.isAfter(now) ? FOR_ANOTHER : Duration.between(now, until);
  }

  /** Longer from attempt to attempt. */
  static Duration afterTrouble(Task task, Problem problem) {
    Duration asked = Objects.requireNonNullElse(problem.retryAfter(), WHERE_NONE_IS_ASKED_FOR);
    return task.progress().attempts() > 0 ? growing(task, asked) : shorter(asked, LONGEST);
  }

  /** After a write that Fortnox answered with its own trouble. */
  static Duration afterAnswer(Task task) {
    return growing(task, SETTLES_IF_ANSWERED);
  }

  /**
   * Longer from look-up to look-up, of which the task keeps no count: asked every few seconds, a
   * Fortnox that hangs would keep a writer busy most of the time for each of its companies
   * (docs/growth.md).
   */
  static Duration untilNextLook(Task task, Instant sentAt, Instant now, Problem problem) {
    Duration grown = Duration.between(sentAt, now).dividedBy(2);
    return shorter(longer(grown, afterTrouble(task, problem)), LONGEST);
  }

  private static Duration growing(Task task, Duration atLeast) {
    Duration grown = Duration.ofSeconds(1L << Math.min(task.progress().attempts(), 6));
    return shorter(longer(grown, atLeast), LONGEST);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
