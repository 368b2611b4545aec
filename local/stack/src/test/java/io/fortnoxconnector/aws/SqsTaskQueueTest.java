package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.TaskQueueContract;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Over a real queue it also shows what the writer relies on when it takes tasks off it. */
@OverBackends
class SqsTaskQueueTest extends TaskQueueContract {

  private static final int RECEIVES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SqsClient sqs;
  private final String url;
  private final String deadLettersUrl;
  private final TaskQueue queue;
  private final SqsDelays delays;

  SqsTaskQueueTest(Services aws) {
    Map<String, String> urls = aws.queues(RECEIVES);
    sqs = aws.sqs();
    url = urls.getOrDefault("WritesQueue", "");
    deadLettersUrl = urls.getOrDefault("WritesDeadLetters", "");
    queue = new SqsTaskQueue(aws::sqs, url);
    delays = new SqsDelays(aws::sqs, url);
  }

  @Override
  protected TaskQueue queue() {
    return queue;
  }

  @Override
  protected List<String> delivered() {
    var delivered = new ArrayList<String>();
    for (List<Message> batch = now(10); !batch.isEmpty(); batch = now(10)) {
      batch.forEach(
          message -> {
            delivered.add(message.body());
            delete(message);
          });
    }
    return delivered;
  }

  @Test
  void aMessageCarriesTheTasksIdInTheGroupOfItsCompany() {
    queue.send(Samples.task("t", "612345"));

    Message message = taken(url);

    assertThat(message.body()).isEqualTo("t");
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "612345")
        .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "t")
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
  }

  @Test
  void aCompanysNextTaskWaitsForTheOneInHand() {
    queue.send(Samples.task("first", "612345"));
    queue.send(Samples.task("second", "612345"));
    Message first = now(1).getFirst();

    assertThat(now(10)).isEmpty();

    delete(first);
    assertThat(taken(url).body()).isEqualTo("second");
  }

  @Test
  void companiesDoNotWaitForEachOther() {
    queue.send(Samples.task("one", "612345"));
    now(1);
    queue.send(Samples.task("two", "700000"));

    assertThat(taken(url).body()).isEqualTo("two");
  }

  @Test
  void aTaskPutOffComesAgainAfterTheDelayAndNoneOfItsCompanyBefore() {
    queue.send(Samples.task("first", "612345"));
    queue.send(Samples.task("second", "612345"));
    List<Message> batch = now(10);
    assertThat(batch).extracting(Message::body).containsExactly("first", "second");

    Instant putOff = Instant.now();
    batch.forEach(message -> delays.delay(message.receiptHandle(), Duration.ofSeconds(2)));
    queue.send(Samples.task("third", "612345"));

    assertThat(now(10)).isEmpty();
    assertThat(taken(url).body()).isEqualTo("first");
    assertThat(Duration.between(putOff, Instant.now())).isGreaterThan(Duration.ofMillis(1500));
  }

  @Test
  void aPutOffTaskHoldsUpNoOtherCompany() {
    queue.send(Samples.task("one", "612345"));
    delays.delay(now(1).getFirst().receiptHandle(), Duration.ofMinutes(5));
    queue.send(Samples.task("two", "700000"));

    assertThat(taken(url).body()).isEqualTo("two");
  }

  @Test
  void aTaskTakenTooOftenGoesToTheDeadLettersAndItsCompanyGoesOn() {
    queue.send(Samples.task("first", "612345"));
    queue.send(Samples.task("second", "612345"));
    for (int receive = 0; receive < RECEIVES; receive++) {
      Message first = now(1).getFirst();
      assertThat(first.body()).isEqualTo("first");
      delays.delay(first.receiptHandle(), Duration.ZERO);
    }

    assertThat(taken(url).body()).isEqualTo("second");
    Message dead = taken(deadLettersUrl);
    assertThat(dead.body()).isEqualTo("first");
    assertThat(dead.attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "612345");
  }

  @Test
  void aJobPutAsideTwiceLiesAmongTheDeadLettersOnce() {
    var deadLetters = new SqsDeadLetters(() -> sqs, deadLettersUrl);
    deadLetters.put("no job", "message-1");
    deadLetters.put("no job", "message-1");

    Message dead = taken(deadLettersUrl);
    assertThat(dead.body()).isEqualTo("no job");
    sqs.deleteMessage(
        request -> request.queueUrl(deadLettersUrl).receiptHandle(dead.receiptHandle()));
    assertThat(receive(deadLettersUrl, 10)).isEmpty();
  }

  private List<Message> now(int most) {
    return receive(url, most);
  }

  private List<Message> receive(String from, int most) {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(from)
                    .maxNumberOfMessages(most)
                    .messageSystemAttributeNamesWithStrings("All"))
        .messages();
  }

  /** The next message, as soon as there is one. */
  private Message taken(String from) {
    Instant giveUp = Instant.now().plus(PATIENCE);
    List<Message> batch = receive(from, 1);
    while (batch.isEmpty()) {
      assertThat(Instant.now()).as("still nothing on %s", from).isBefore(giveUp);
      batch =
          sqs.receiveMessage(
                  request ->
                      request
                          .queueUrl(from)
                          .maxNumberOfMessages(1)
                          .waitTimeSeconds(1)
                          .messageSystemAttributeNamesWithStrings("All"))
              .messages();
    }
    return batch.getFirst();
  }

  private void delete(Message message) {
    sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
  }
}
