package io.fortnoxconnector.connector.tasks;

import java.time.Duration;

/** What one attempt at a task came to. */
public sealed interface Run {

  /** There is nothing left to do; the message can go. */
  record Finished() implements Run {}

  /** It goes on by a later message of its own; this one can go. */
  record Continues() implements Run {}

  /** Come again after {@code pause}; the company's later tasks must wait too. */
  record Later(Duration pause) implements Run {}

  /** A fault of the connector's own; as {@link Later}, and somebody should know. */
  record Stumbled(Duration pause, RuntimeException accident) implements Run {}
}
