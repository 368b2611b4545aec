package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The writes queue, SQS FIFO: message group = company, deduplication = task. The body is the task's
 * id: no personal data leaves the table.
 */
final class SqsTaskQueue implements TaskQueue {

  private final Supplier<SqsClient> client;
  private final String url;

  SqsTaskQueue(Supplier<SqsClient> client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void send(Task task) {
    send(task, task.id());
  }

  @Override
  public void again(Task task, int place) {
    send(task, task.id() + "-" + place);
  }

  private void send(Task task, String deduplication) {
    client
        .get()
        .sendMessage(
            request ->
                request
                    .queueUrl(url)
                    .messageBody(task.id())
                    .messageGroupId(task.companyId())
                    .messageDeduplicationId(deduplication));
  }
}
