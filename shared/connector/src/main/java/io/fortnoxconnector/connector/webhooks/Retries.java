package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.webhooks.Sender.Reply;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When what failed is tried again: as Standard Webhooks suggests ("Retries"), growing, with jitter,
 * for two days.
 */
final class Retries {

  /** A receiver that has done nothing but fail for so long is given up until somebody resumes. */
  static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);

  /**
   * So long at most keeps one connection's failure the others from trying: what is over is to be
   * noticed soon.
   */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(30);

  private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

  private static final Duration[] PAUSES = {
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1),
    Duration.ofHours(2),
    Duration.ofHours(4),
    Duration.ofHours(8)
  };

  private Retries() {}

  /**
   * The next attempt.
   *
   * @param failed how many have failed before this one
   */
  static Instant next(int failed, Reply reply, Instant now, Randomness randomness) {
    Duration pause = PAUSES[Math.min(failed, PAUSES.length - 1)];
    Duration asked = Objects.requireNonNullElse(reply.retryAfter(), Duration.ZERO);
    Duration shorter = shorter(asked, LONGEST_ASKED_FOR);
    return now.plus(jittered(shorter.compareTo(pause) > 0 ? shorter : pause, randomness));
  }

  /** Until when nobody else tries, where the next attempt is then. */
  static Instant hold(Instant next, Instant now) {
    return now.plus(shorter(Duration.between(now, next), LONGEST_HOLD));
  }

  /** Up to a fifth longer, so that what failed together doesn't come together again. */
  static Duration jittered(Duration pause, Randomness randomness) {
    int random = Short.toUnsignedInt(ByteBuffer.wrap(randomness.bytes(2)).getShort());
    return pause.plusMillis(pause.toMillis() / 5 * random / 65_536);
  }

  private static Duration shorter(Duration one, Duration other) {
    return Stream.of(one, other).min(Duration::compareTo).orElseThrow();
  }
}
