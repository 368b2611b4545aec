package io.fortnoxconnector.jobs;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.api.Log;
import io.fortnoxconnector.api.QueueHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.SqsDeadLetters;
import io.fortnoxconnector.connector.tasks.JobDoor;
import io.fortnoxconnector.fortnox.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes that other programs of the account ask for by queue. A message that nobody could find
 * again as a task goes to the dead-letter queue, which has an alarm. Event source: template.yaml,
 * JobsFunction.
 */
public final class JobsHandler extends QueueHandler {

  private final JobDoor door;
  private final SqsDeadLetters deadLetters;

  /** What Lambda calls. */
  public JobsHandler() {
    this(Environment.system());
  }

  public JobsHandler(Environment environment) {
    this(new Aws(environment));
  }

  private JobsHandler(Aws aws) {
    this.door = aws.jobDoor();
    this.deadLetters = aws.jobsDeadLetters();
  }

  @Override
  protected SQSBatchResponse work(SQSEvent event, Context context) {
    Set<String> blocked = new HashSet<>();
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      String group = message.getAttributes().getOrDefault("MessageGroupId", "");
      if (blocked.contains(group) || !enter(message, context)) {
        blocked.add(group);
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean enter(SQSMessage message, Context context) {
    Log line = Log.event("job").with(Log.Field.MESSAGE_ID, message.getMessageId());
    try {
      return switch (door.accept(tree(message.getBody()), message.getMessageId())) {
        case JobDoor.Entered(var task) -> {
          line.with(Log.Field.OUTCOME, "entered").with(Log.Field.TASK, task);
          yield true;
        }
        case JobDoor.Unreadable(var reason) -> {
          // At once: left to the queue's own redrive, it would block its group for hours first.
          deadLetters.put(message.getBody(), message.getMessageId());
          line.with(Log.Field.OUTCOME, reason);
          yield true;
        }
      };
    } catch (RuntimeException accident) {
      line.with(accident);
      return false;
    } finally {
      line.to(context.getLogger());
    }
  }

  private static @Nullable JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
