package io.fortnoxconnector.bench.wire;

import java.time.Duration;
import java.util.Map;

/** What becomes of a request on the wire, or of its reply. */
public sealed interface Action {

  Action FORWARD = new Forward();
  Action CUT = new Cut();
  Action TWICE = new Twice();
  Action KILL = new Kill();

  /** Passed on as it is. */
  record Forward() implements Action {}

  /** Answered by the wire: before, the service never hears of it; after, its reply is lost. */
  record Answer(int status, Map<String, String> headers, String body) implements Action {}

  /** Passed on later. */
  record Delay(Duration duration) implements Action {}

  /** The connection is closed without an answer. */
  record Cut() implements Action {}

  /** Sent once more, one after the other, as if the network had doubled it; answers the last. */
  record Twice() implements Action {}

  /** The process that asks is killed, by the wire's hook, and gets no answer. */
  record Kill() implements Action {}

  /**
   * A refusal as AWS's JSON protocols word it, for instance 400 and
   * ProvisionedThroughputExceededException.
   */
  static Answer fault(int status, String type) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/x-amz-json-1.0", "x-amzn-ErrorType", type),
        "{\"__type\":\"%s\",\"message\":\"Answered by the wire\"}".formatted(type));
  }

  static Action delay(Duration duration) {
    return new Delay(duration);
  }
}
