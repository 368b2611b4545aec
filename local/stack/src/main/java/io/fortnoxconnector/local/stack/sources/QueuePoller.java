package io.fortnoxconnector.local.stack.sources;

import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.QueueSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * An SQS event source: takes batches off a queue, invokes the function, deletes what it has done.
 * What failed stays invisible for the queue's timeout, as with Lambda. Batches run side by side up
 * to the source's concurrency; the queue itself keeps a message group in order.
 */
public final class QueuePoller implements AutoCloseable {

  private static final int POLL_SECONDS = 20;

  /** ElasticMQ's long poll keeps a processor busy while a message group is in flight. */
  private static final Duration POLLS_WHILE_BUSY = Duration.ofMillis(20);

  private static final Duration PAUSE_AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final String queueUrl;
  private final QueueSource source;
  private final Place place;
  private final LocalFunction function;
  private final Semaphore free;
  private final Semaphore finished = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  private QueuePoller(
      SqsClient sqs, String queueUrl, QueueSource source, Place place, LocalFunction function) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.source = source;
    this.place = place;
    this.function = function;
    this.free = new Semaphore(source.maximumConcurrency());
  }

  public static QueuePoller start(
      SqsClient sqs, String queueUrl, QueueSource source, Place place, LocalFunction function) {
    QueuePoller poller = new QueuePoller(sqs, queueUrl, source, place, function);
    poller.threads.execute(poller::poll);
    return poller;
  }

  private void poll() {
    try {
      while (!closed) {
        free.acquire();
        boolean busy = free.availablePermits() + 1 < source.maximumConcurrency();
        List<Message> batch = receive(busy ? 0 : POLL_SECONDS);
        if (!batch.isEmpty()) {
          threads.execute(() -> work(batch));
          continue;
        }
        free.release();
        if (busy) {
          // A batch that is done frees its groups: then it's worth while at once.
          finished.tryAcquire(POLLS_WHILE_BUSY.toMillis(), TimeUnit.MILLISECONDS);
          finished.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Message> receive(int waitSeconds) throws InterruptedException {
    try {
      return sqs.receiveMessage(
              request ->
                  request
                      .queueUrl(queueUrl)
                      .maxNumberOfMessages(source.batchSize())
                      .waitTimeSeconds(waitSeconds)
                      .messageSystemAttributeNamesWithStrings("All")
                      .messageAttributeNames("All"))
          .messages();
    } catch (SdkException e) {
      complain("can't receive", e);
      Thread.sleep(PAUSE_AFTER_AN_ERROR);
      return List.of();
    }
  }

  private void work(List<Message> batch) {
    try {
      byte[] result = function.invoke(SqsEvent.json(source, place, batch));
      delete(BatchResult.done(result, batch, source.reportsItemFailures()));
    } catch (FunctionFailure | SdkException e) {
      complain("failed on a batch of " + batch.size(), e);
    } finally {
      free.release();
      finished.release();
    }
  }

  private void delete(List<Message> done) {
    if (done.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    done.forEach(
        message ->
            entries.add(
                DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(message.receiptHandle())
                    .build()));
    sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
  }

  private void complain(String what, Exception why) {
    if (closed) {
      return;
    }
    System.err.println(
        source.queueName()
            + ": "
            + function.spec().logicalId()
            + " "
            + what
            + ": "
            + why.getMessage());
    Throwable cause = why.getCause();
    if (cause != null) {
      cause.printStackTrace();
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
  }
}
