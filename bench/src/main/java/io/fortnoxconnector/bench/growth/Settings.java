package io.fortnoxconnector.bench.growth;

/**
 * What one simulation assumes. Times in milliseconds.
 *
 * @param writers how many batches are worked on at once: {@code WriterConcurrency} in template.yaml
 * @param lookAhead how many messages SQS searches for groups that it can deliver
 * @param mostOpen how many open writes a company may have; what it asks for beyond comes as soon as
 *     there is room, as from a client that repeats its request at once
 * @param picked which of the deliverable groups SQS delivers: AWS doesn't say
 * @param fortnox what Fortnox takes to answer, at the mean
 * @param spread by which share of it an answer may be faster or slower
 */
record Settings(
    int writers, int lookAhead, int mostOpen, Picked picked, int fortnox, double spread) {

  /** {@code BatchSize} in template.yaml. */
  static final int BATCH = 5;

  /**
   * AWS's own figure of today; older pages say 20,000 (SQS guide, "Avoid large message backlogs").
   */
  static final int LOOK_AHEAD = 120_000;

  static final int OLDER_LOOK_AHEAD = 20_000;

  /** One request to DynamoDB. An assumption: AWS promises "single-digit milliseconds". */
  static final int STORE = 5;

  /** Deleting a batch, receiving the next and invoking the function. An assumption. */
  static final int BETWEEN = 40;

  /** Lambda begins with five batches at once and adds up to 300 a minute (Lambda guide, "SQS"). */
  static final int FIRST_WRITERS = 5;

  static final int WRITER_ADDED = 60_000 / 300;

  /** A call that isn't answered, and the wait before anybody asks again. */
  static final int HANGS = 10_000;

  static final int PAUSE = 60_000;

  /** Nothing lives longer on the queue. */
  static final long RETENTION = 14L * 24 * 60 * 60 * 1000;

  /** Which deliverable group is next. */
  enum Picked {
    OLDEST,
    AT_RANDOM
  }

  /** As the template is shipped: 10 writers, 2,000 open writes; Fortnox at 300 ms. */
  static Settings shipped() {
    return new Settings(10, LOOK_AHEAD, 2000, Picked.OLDEST, 300, 0.5);
  }

  /**
   * How long a writer is busy with one write of a full batch, at the mean: reading the task,
   * leasing it, reading the connection, the budget, the note before sending, the answer, the
   * outcome.
   */
  double perWrite() {
    return 6.0 * STORE + fortnox + (double) BETWEEN / BATCH;
  }

  Settings withWriters(int other) {
    return new Settings(other, lookAhead, mostOpen, picked, fortnox, spread);
  }

  Settings withLookAhead(int other) {
    return new Settings(writers, other, mostOpen, picked, fortnox, spread);
  }

  Settings withMostOpen(int other) {
    return new Settings(writers, lookAhead, other, picked, fortnox, spread);
  }

  Settings withPicked(Picked other) {
    return new Settings(writers, lookAhead, mostOpen, other, fortnox, spread);
  }

  /**
   * Answers take {@code millis} at the mean, the fastest half as long, the slowest half as long
   * again.
   */
  Settings withFortnox(int millis) {
    return new Settings(writers, lookAhead, mostOpen, picked, millis, 0.5);
  }

  /** Every answer takes exactly {@code millis}. */
  Settings withSteadyFortnox(int millis) {
    return new Settings(writers, lookAhead, mostOpen, picked, millis, 0);
  }
}
