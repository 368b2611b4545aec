package io.fortnoxconnector.bench.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Delivers messages again, as SQS does out of its visibility timeout: while the first writer is at
 * the task, and when it's done. A task is about to be sent when its item says so.
 */
final class Redelivery implements Rule {

  static final String NAME = "messages delivered again";

  private static final List<Duration> WHEN =
      List.of(Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(3));

  private final Supplier<Stack> stack;
  private final ExecutorService threads;
  private final LongAdder deliveries = new LongAdder();

  /**
   * @param threads where the second deliveries run
   */
  Redelivery(Supplier<Stack> stack, ExecutorService threads) {
    this.stack = stack;
    this.threads = threads;
  }

  long deliveries() {
    return deliveries.sum();
  }

  @Override
  public Action before(Exchange exchange) {
    if (exchange.service() == Service.DYNAMODB
        && exchange.text("UpdateExpression").contains("sentAt = :now")) {
      String task = exchange.json().at("/Key/id/S").asText();
      WHEN.forEach(time -> threads.execute(() -> deliver(task, time)));
    }
    return Action.FORWARD;
  }

  private void deliver(String task, Duration after) {
    try {
      Thread.sleep(after);
      deliveries.increment();
      stack.get().invoke("WriterFunction", event(task));
    } catch (FunctionFailure failed) {
      // As on Lambda: the message would come once more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String event(String task) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode message = event.putArray("Records").addObject();
    message.put("messageId", "again-" + task);
    message.put("receiptHandle", "expired");
    message.put("body", task);
    message.put("eventSource", "aws:sqs");
    message.putObject("attributes").put("MessageGroupId", "again");
    return event.toString();
  }
}
