package io.fortnoxconnector.bench.growth;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A limit of AWS's or of the template's, and what one write takes of it.
 *
 * @param limit per second
 * @param perWrite how much of it one write uses
 * @param remedy what to set when it binds
 */
record Quota(String name, double limit, double perWrite, String remedy) {

  /** Index entries per partition key and second that DynamoDB bears. */
  private static final int PARTITION = 1000;

  /**
   * Write units of a task of 2 KB: stored and finished in a transaction with the company's counter,
   * which doubles them; queued, leased, sent and told of; four entries of the index byOpen, one of
   * byEntity, three of byConnection, two of byUntold.
   */
  private static final int TABLE_UNITS = 2 * (2 * 2 + 2) + 4 * 2 + 10;

  /** How many writes a second it allows. */
  double writes() {
    return limit / perWrite;
  }

  /**
   * @param shards of the tasks table's index byOpen
   */
  static List<Quota> all(int shards) {
    double seconds = Settings.shipped().perWrite() / 1000;
    return List.of(
            new Quota(
                "HTTP API, requests a second (template.yaml, ThrottlingRateLimit)",
                100,
                1,
                "raise ThrottlingRateLimit; the account allows 10,000"),
            new Quota(
                "Lambda, 1,000 instances of the account, each held 10 s by a waiting request",
                1000,
                10,
                "Prefer: respond-async, or the jobs queue; ask AWS for more concurrency"),
            new Quota(
                "Lambda, WriterConcurrency 10, a write taking 0.34 s",
                10,
                seconds,
                "WriterConcurrency"),
            new Quota(
                "Lambda, WriterConcurrency 1,000, the most there is",
                1000,
                seconds,
                "a second stack"),
            new Quota(
                String.format(Locale.ROOT, "DynamoDB, index byOpen, %d shards", shards),
                (double) shards * PARTITION,
                4,
                "ShardedIndex.SHARDS"),
            new Quota(
                "DynamoDB, tasks table, 40,000 write units of the default quota, 2 KB a task",
                40_000,
                TABLE_UNITS,
                "ask AWS for a higher table quota"),
            new Quota(
                "DynamoDB, a new table's first 4,000 write units",
                4000,
                TABLE_UNITS,
                "WarmThroughput of the table before a known burst"),
            new Quota(
                "SQS, plain FIFO, 300 requests a second",
                300,
                1,
                "high throughput mode: the template sets it"),
            new Quota("SQS, high throughput, eu-north-1", 2400, 1, "a region with more"),
            new Quota("SQS, high throughput, eu-west-1", 70_000, 1, "doesn't bind"),
            new Quota(
                "KMS, 10,000 requests a second in eu-north-1, at most one a batch",
                10_000,
                1.0 / Settings.BATCH,
                "doesn't bind"))
        .stream()
        .sorted(Comparator.comparingDouble(Quota::writes))
        .toList();
  }
}
