package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One batch of a FIFO queue. A message that must wait stops its group, and only its group: it and
 * the group's later ones are reported as failed and come again after the wait, in order.
 */
final class GroupedBatch {

  /** What answering takes after the last call. */
  private static final Duration ANSWERING_TIME = Duration.ofSeconds(2);

  private static final Duration AFTER_ACCIDENT = Duration.ofSeconds(10);

  private final MessageWork work;
  private final MessageDelays delays;
  private final Meter meter;
  private final Timing timing;

  GroupedBatch(MessageWork work, MessageDelays delays, Meter meter, Timing timing) {
    this.work = work;
    this.delays = delays;
    this.meter = meter;
    this.timing = timing;
  }

  /** The ids of those that failed. */
  List<String> run(List<QueueMessage> messages, Context context) {
    Deadline deadline =
        Deadline.in(
            Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWERING_TIME), timing);
    // Local, never a field: what is blocked now must not be blocked in the next invocation.
    Map<String, Duration> blocked = new HashMap<>();
    List<String> failures = new ArrayList<>();
    for (QueueMessage message : messages) {
      String group = message.group();
      if (!blocked.containsKey(group)) {
        wait(message, deadline, context).ifPresent(pause -> blocked.put(group, pause));
      }
      Duration wait = blocked.get(group);
      if (wait != null) {
        postpone(message, wait, context);
        meter.count(Metric.TASKS_POSTPONED);
        failures.add(message.id());
      }
    }
    return failures;
  }

  private Optional<Duration> wait(QueueMessage message, Deadline deadline, Context context) {
    try {
      return work.on(message, deadline, context.getLogger());
    } catch (RuntimeException accident) {
      log(message, accident, context);
      return Optional.of(AFTER_ACCIDENT);
    }
  }

  /**
   * Without this the message would come again only after the whole visibility timeout. If it fails,
   * that is what happens.
   */
  private void postpone(QueueMessage message, Duration wait, Context context) {
    try {
      delays.delay(message.receiptHandle(), wait);
    } catch (RuntimeException accident) {
      log(message, accident, context);
    }
  }

  private void log(QueueMessage message, RuntimeException accident, Context context) {
    meter.count(Metric.ACCIDENTS);
    Log.event("accident")
        .with(Log.Field.MESSAGE_ID, message.id())
        .with(accident)
        .to(context.getLogger());
  }
}
