package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Patience with items that another transaction has just then. DynamoDB refuses whoever comes
 * second, and the SDK leaves the repetition to its caller (Amazon DynamoDB developer guide,
 * "Transaction conflict handling"): again after a random pause whose bound doubles from 20 to 320
 * ms, about two and a half seconds in all.
 */
final class Contention {

  private static final int MOST_TRIES = 20;
  private static final int FIRST_BOUND = 20;
  private static final int DOUBLINGS = 4;

  private final Randomness randomness;
  private final Timing timing;

  Contention(Randomness randomness, Timing timing) {
    this.randomness = randomness;
    this.timing = timing;
  }

  /** For one attempt at a transaction: by it DynamoDB knows the SDK's repetitions of it. */
  String token() {
    return randomness.id();
  }

  boolean allowsAfter(int tries) {
    return tries < MOST_TRIES;
  }

  void pauseAfter(int tries) {
    int bound = FIRST_BOUND << Math.min(tries - 1, DOUBLINGS);
    int random = ByteBuffer.wrap(randomness.bytes(Integer.BYTES)).getInt();
    timing.pause(Duration.ofMillis(1 + Math.floorMod(random, bound)));
  }
}
