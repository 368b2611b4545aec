package io.fortnoxconnector.bench.workload;

import io.fortnoxconnector.local.stack.Stack;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The jobs queue as another program of the account uses it. */
public final class Jobs implements AutoCloseable {

  private final String queue;
  private final SqsClient sqs;

  public Jobs(Stack stack) {
    this.queue = stack.queueUrl("JobsQueue");
    this.sqs =
        SqsClient.builder()
            .endpointOverride(stack.sqsEndpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** One message group per connection keeps its jobs in order. */
  void put(Write write) {
    sqs.sendMessage(
        request ->
            request
                .queueUrl(queue)
                .messageBody(write.job())
                .messageGroupId(write.connection())
                .messageDeduplicationId(write.key()));
  }

  @Override
  public void close() {
    sqs.close();
  }
}
