package io.fortnoxconnector.writer;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.MessageWork;
import io.fortnoxconnector.api.QueueMessage;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.tasks.Run;
import io.fortnoxconnector.connector.tasks.TaskRunner;
import java.time.Duration;
import java.util.Optional;

/** Carries out the task that a message names. */
final class Writes implements MessageWork {

  private final TaskRunner runner;

  Writes(TaskRunner runner) {
    this.runner = runner;
  }

  @Override
  public Optional<Duration> on(QueueMessage message, Deadline deadline, LambdaLogger logger) {
    Log line = Log.event("task").with(Log.Field.TASK, message.body());
    Optional<Duration> wait =
        switch (runner.run(message.body(), deadline, message.last())) {
          case Run.Finished() -> {
            line.with(Log.Field.OUTCOME, "finished");
            yield Optional.empty();
          }
          case Run.Continues() -> {
            line.with(Log.Field.OUTCOME, "continues");
            yield Optional.empty();
          }
          case Run.Later(var pause) -> {
            line.with(Log.Field.OUTCOME, "later").with(Log.Field.WAIT_SECONDS, pause.toSeconds());
            yield Optional.of(pause);
          }
          case Run.Stumbled(var pause, var accident) -> {
            line.with(Log.Field.OUTCOME, "accident")
                .with(Log.Field.WAIT_SECONDS, pause.toSeconds())
                .with(accident);
            yield Optional.of(pause);
          }
        };
    line.to(logger);
    return wait;
  }

  /** No task has such an id, so that there is nothing to carry out. */
  @Override
  public void rehearse(QueueMessage message, Deadline deadline, LambdaLogger logger) {
    on(message, deadline, logger);
  }
}
