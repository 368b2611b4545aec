package io.fortnoxconnector.writer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.aws.SqsDelays;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.tasks.Run;
import io.fortnoxconnector.connector.tasks.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One batch of a FIFO queue. A message that must wait stops its group, and only its group: it and
 * the group's later ones are reported as failed and come again after the wait, in order.
 */
final class GroupedBatch {

  /** What answering takes after the last call. */
  private static final Duration ANSWERING_TIME = Duration.ofSeconds(2);

  private static final Duration AFTER_ACCIDENT = Duration.ofSeconds(10);

  private final TaskRunner runner;
  private final SqsDelays delays;
  private final Timing timing;

  GroupedBatch(TaskRunner runner, SqsDelays delays, Timing timing) {
    this.runner = runner;
    this.delays = delays;
    this.timing = timing;
  }

  SQSBatchResponse work(SQSEvent event, Context context) {
    Deadline deadline =
        Deadline.in(
            Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWERING_TIME), timing);
    // Local, never a field: what is blocked now must not be blocked in the next invocation.
    Map<String, Duration> blocked = new HashMap<>();
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      String group = message.getAttributes().getOrDefault("MessageGroupId", "");
      Duration wait = blocked.get(group);
      if (wait == null && run(message, deadline, context) instanceof Run.Later(var pause)) {
        wait = pause;
        blocked.put(group, pause);
      }
      if (wait != null) {
        postpone(message, wait, context);
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private Run run(SQSMessage message, Deadline deadline, Context context) {
    Run run;
    try {
      run = runner.run(message.getBody(), deadline);
    } catch (RuntimeException accident) {
      Log.event("accident")
          .with(Log.Field.TASK, message.getBody())
          .with(accident)
          .to(context.getLogger());
      return new Run.Later(AFTER_ACCIDENT);
    }
    Log line = Log.event("task").with(Log.Field.TASK, message.getBody());
    switch (run) {
      case Run.Finished() -> line.with(Log.Field.OUTCOME, "finished");
      case Run.Later(var pause) ->
          line.with(Log.Field.OUTCOME, "later").with(Log.Field.WAIT_SECONDS, pause.toSeconds());
    }
    line.to(context.getLogger());
    return run;
  }

  /**
   * Without this the message would come again only after the whole visibility timeout. If it fails,
   * that is what happens.
   */
  private void postpone(SQSMessage message, Duration wait, Context context) {
    try {
      delays.delay(message.getReceiptHandle(), wait);
    } catch (RuntimeException accident) {
      Log.event("accident")
          .with(Log.Field.MESSAGE_ID, message.getMessageId())
          .with(accident)
          .to(context.getLogger());
    }
  }
}
