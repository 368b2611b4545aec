package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts a message to a receiver. Production: {@link PublicHttpSender}. */
@FunctionalInterface
public interface Sender {

  /** The whole of an attempt, from the look-up of the host's address to the answer. */
  Duration LONGEST = Duration.ofSeconds(15);

  /** Takes {@link #LONGEST} at most, and throws nothing for what is the receiver's. */
  Reply post(URI receiver, Map<String, String> headers, byte[] body);

  /**
   * What came of it.
   *
   * @param status null where there was no answer
   * @param retryAfter as the receiver asked for it; null where it didn't
   */
  record Reply(Outcome outcome, @Nullable Integer status, @Nullable Duration retryAfter) {

    public static Reply without(Outcome outcome) {
      return new Reply(outcome, null, null);
    }

    public static Reply of(int status, @Nullable Duration retryAfter) {
      return new Reply(Outcome.of(status), status, retryAfter);
    }
  }
}
