package io.fortnoxconnector.connector.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, for the log.
 *
 * @param id in the order of time
 * @param connection empty for a test
 * @param number the event's in its connection; 0 for a test
 * @param attempt from 1 on; 0 where somebody asked for it
 * @param status HTTP's; null where there was none
 * @param millis from its beginning to the answer
 */
public record Delivery(
    String id,
    String connection,
    long number,
    String event,
    String type,
    int attempt,
    Outcome outcome,
    @Nullable Integer status,
    long millis,
    Instant at) {

  /** How long it's kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** What came of it. */
  public enum Outcome {
    /** 2xx. */
    DELIVERED,
    /** 410: the receiver wants no more of them. */
    GONE,
    /** 3xx, which isn't followed. */
    REDIRECTED,
    /** Another status: it may be about this message alone. */
    REFUSED,
    /** 429 and 5xx. */
    UNAVAILABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** No connection, or none that lasted. */
    UNREACHABLE,
    /** No TLS, or a certificate that nobody vouches for. */
    TLS_FAILED,
    /** The host's address isn't one of the public Internet. */
    ADDRESS_NOT_ALLOWED;

    static Outcome of(int status) {
      return switch (status / 100) {
        case 2 -> DELIVERED;
        case 3 -> REDIRECTED;
        case 5 -> UNAVAILABLE;
        default ->
            switch (status) {
              case 410 -> GONE;
              case 429 -> UNAVAILABLE;
              default -> REFUSED;
            };
      };
    }

    /** Whether another message would fare no better now. */
    boolean isOfTheReceiver() {
      return switch (this) {
        case UNAVAILABLE, TIMED_OUT, UNREACHABLE, TLS_FAILED, ADDRESS_NOT_ALLOWED -> true;
        case DELIVERED, GONE, REDIRECTED, REFUSED -> false;
      };
    }
  }
}
