package io.fortnoxconnector.bench.faults;

import java.time.Duration;
import java.util.List;

/**
 * All kinds of trouble on the wire, in an order that makes sense.
 *
 * @param faults makes them
 */
record Catalogue(Faults faults) {

  /** Longer than the ten seconds after which a caller gives up. */
  private static final Duration SLOW = Duration.ofSeconds(12);

  List<Fault> all() {
    return List.of(
        faults.noSecrets(),
        faults.repliesCut(),
        faults.requestsCut(),
        faults.stormBefore(),
        faults.stormAfter(),
        faults.tooManyRequests(),
        faults.tooManyRequestsUntil(),
        faults.slow(SLOW),
        faults.throttling(),
        faults.noDatabase(),
        faults.databaseRepliesLost(),
        faults.databaseRequestsDoubled(),
        faults.messagesDoubled(),
        faults.messagesLost(),
        faults.delaysRefused(),
        faults.kmsRefuses(),
        faults.rotationsLost(),
        faults.kmsRefusesAfterRotation(),
        faults.noDatabaseAfterRotation());
  }

  /** Those that a run of a minute has room for. */
  List<Fault> brief() {
    return List.of(
        faults.repliesCut(),
        faults.requestsCut(),
        faults.stormBefore(),
        faults.stormAfter(),
        faults.tooManyRequestsUntil(),
        faults.throttling(),
        faults.noDatabase(),
        faults.databaseRepliesLost(),
        faults.messagesDoubled(),
        faults.delaysRefused(),
        faults.kmsRefuses());
  }

  /**
   * How many refresh tokens' successors that fault may have destroyed for good: those that nobody
   * on this side ever saw.
   */
  static long lost(Fault fault) {
    return fault.name().equals(Faults.ROTATIONS_LOST) ? fault.strikes() : 0;
  }
}
