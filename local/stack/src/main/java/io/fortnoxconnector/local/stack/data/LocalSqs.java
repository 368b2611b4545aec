package io.fortnoxconnector.local.stack.data;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.QueueSpec;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ, in memory, answering any AWS SDK or CLI. */
public final class LocalSqs implements AutoCloseable {

  /**
   * Daemons, so that a stack that nobody closed doesn't keep the process alive; silent, for nobody
   * reads actors' logs.
   */
  private static final Config SETTINGS =
      ConfigFactory.parseString("pekko { daemonic = on, loglevel = OFF, stdout-loglevel = OFF }");

  private final ActorSystem actors;
  private final URI url;

  private LocalSqs(ActorSystem actors, URI url) {
    this.actors = actors;
    this.url = url;
  }

  public static LocalSqs start(Place place) {
    ActorSystem actors =
        ActorSystem.create("elasticmq", SETTINGS.withFallback(ConfigFactory.load()));
    SQSRestServer server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(place.region())
            .withAWSAccountId(place.accountId())
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new LocalSqs(actors, URI.create("http://127.0.0.1:" + port));
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
    // The server's own stop waits a minute for long polls whose clients are gone.
    actors.terminate();
    actors.getWhenTerminated().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }
}
