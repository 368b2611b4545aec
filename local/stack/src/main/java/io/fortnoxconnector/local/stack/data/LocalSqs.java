package io.fortnoxconnector.local.stack.data;

import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.QueueSpec;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ, in memory, answering any AWS SDK or CLI. */
public final class LocalSqs implements AutoCloseable {

  private final SQSRestServer server;
  private final URI url;

  private LocalSqs(SQSRestServer server, URI url) {
    this.server = server;
    this.url = url;
  }

  public static LocalSqs start(Place place) {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(place.region())
            .withAWSAccountId(place.accountId())
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new LocalSqs(server, URI.create("http://127.0.0.1:" + port));
  }

  public URI url() {
    return url;
  }

  /** Creates the queues; returns their URLs by name. */
  public static Map<String, String> create(SqsClient client, List<QueueSpec> queues) {
    Map<String, String> urls = new LinkedHashMap<>();
    // ElasticMQ wants a dead-letter queue to exist before a queue names it.
    queues.stream()
        .sorted(Comparator.comparing(queue -> queue.deadLetters().isPresent()))
        .forEach(
            queue ->
                urls.put(
                    queue.name(),
                    client
                        .createQueue(
                            request ->
                                request
                                    .queueName(queue.name())
                                    .attributesWithStrings(attributes(queue)))
                        .queueUrl()));
    return urls;
  }

  private static Map<String, String> attributes(QueueSpec queue) {
    Map<String, String> attributes = new LinkedHashMap<>(queue.attributes());
    queue
        .deadLetters()
        .ifPresent(
            letters ->
                attributes.put(
                    "RedrivePolicy",
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(letters.queueArn(), letters.maxReceiveCount())));
    return attributes;
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
