package io.fortnoxconnector.jobs;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.MessageWork;
import io.fortnoxconnector.api.QueueMessage;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.tasks.JobDoor;
import io.fortnoxconnector.fortnox.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks of jobs. A message that nobody could find again as a task goes to the dead-letter
 * queue, which has an alarm; one for a company that has too many unfinished writes waits.
 */
final class Jobs implements MessageWork {

  /** So that a thousand receives, the most that the queue allows, are days and not hours. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Where a message is put aside. */
  @FunctionalInterface
  interface DeadLetters {
    void put(String body, String messageId);
  }

  private final JobDoor door;
  private final DeadLetters deadLetters;

  Jobs(JobDoor door, DeadLetters deadLetters) {
    this.door = door;
    this.deadLetters = deadLetters;
  }

  @Override
  public Optional<Duration> on(QueueMessage message, Deadline deadline, LambdaLogger logger) {
    Log line = Log.event("job").with(Log.Field.MESSAGE_ID, message.id());
    Optional<Duration> wait =
        switch (door.accept(tree(message.body()), message.id())) {
          case JobDoor.Entered(var task) -> {
            line.with(Log.Field.OUTCOME, "entered").with(Log.Field.TASK, task);
            yield Optional.empty();
          }
          case JobDoor.Waiting(var pause) -> {
            Duration longer = grown(pause, message);
            line.with(Log.Field.OUTCOME, "later").with(Log.Field.WAIT_SECONDS, longer.toSeconds());
            yield Optional.of(longer);
          }
          case JobDoor.Unreadable(var reason) -> {
            // At once: left to the queue's own redrive, it would block its group for hours first.
            deadLetters.put(message.body(), message.id());
            line.with(Log.Field.OUTCOME, reason);
            yield Optional.empty();
          }
        };
    line.to(logger);
    return wait;
  }

  /** Names no connection that exists, and isn't put aside as such a message would be. */
  @Override
  public void rehearse(QueueMessage message, Deadline deadline, LambdaLogger logger) {
    door.accept(tree("{\"connection\":\"rehearsal\"}"), message.id());
  }

  private static Duration grown(Duration pause, QueueMessage message) {
    Duration grown = pause.multipliedBy(message.receives());
    return grown.compareTo(LONGEST_WAIT) < 0 ? grown : LONGEST_WAIT;
  }

  private static @Nullable JsonNode tree(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
