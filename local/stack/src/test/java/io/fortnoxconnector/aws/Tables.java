package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.local.stack.backends.Services;
import java.time.Clock;

/** The template's tables, each made anew for one test. */
final class Tables {

  private Tables() {}

  static Table make(Services aws, String logicalId) {
    return new Table(
        aws::dynamoDb,
        aws.table(logicalId),
        new Contention(Randomness.secure(), Timing.real(Clock.systemUTC())));
  }
}
