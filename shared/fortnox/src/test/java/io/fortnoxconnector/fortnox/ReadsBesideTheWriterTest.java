package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.fortnox.RateBudget.Decision.Granted;
import io.fortnoxconnector.fortnox.RateBudget.Decision.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ten minutes of a company that the writer saturates, with a read every two seconds or so, in
 * virtual time: how long reads wait, by how far ahead the writer reserves and by how long it is
 * busy with each write. The table of docs/adr/0003-rate-budget.md comes from here: {@code mvn -pl
 * shared/fortnox test -Dtest=ReadsBesideTheWriterTest}.
 */
class ReadsBesideTheWriterTest {

  private static final long START = 1_000_000;
  private static final long TIME = 600_000;
  private static final long FOR_EVER = 60_000;

  /** The earlier way: the next slot as soon as it's free. */
  private static final long WHOLE_SLOT = 250;

  /**
   * All in milliseconds but the rate.
   *
   * @param perMinute writes and reads together
   */
  private record Outcome(long median, long p99, double perMinute) {}

  private static Outcome simulate(long horizon, long busy) {
    var random = new Random(1);
    var waits = new ArrayList<Long>();
    RateBudget budget = RateBudget.rested().pushedBack(START);
    int sent = 0;
    long writer = START;
    long read = START + random.nextInt(4000);
    while (Math.min(writer, read) < START + TIME) {
      boolean reads = read <= writer;
      long now = reads ? read : writer;
      switch (budget.take(now, reads ? FOR_EVER : horizon, reads)) {
        case Granted(var at, var next) -> {
          budget = next;
          sent++;
          if (reads) {
            waits.add(at - now);
            read += random.nextInt(4000);
          } else {
            writer = at + busy;
          }
        }
        case Wait(var time) -> writer = now + time.toMillis();
      }
    }
    List<Long> sorted = waits.stream().sorted().toList();
    return new Outcome(
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sent * 60_000.0 / TIME);
  }

  @Test
  void aReadWaitsForTheNextSlotAndHardlyEverForTheOneAfter() {
    System.out.println(
        "| writer busy | reserves a whole slot: median, p99, a minute | reserves 50 ms: median, p99, a minute |");
    System.out.println("| --- | --- | --- |");
    for (long busy : List.of(30L, 80L, 130L, 180L)) {
      Outcome early = simulate(WHOLE_SLOT, busy);
      Outcome late = simulate(RateBudget.WRITER_HORIZON.toMillis(), busy);
      System.out.printf("| %d ms | %s | %s |%n", busy, shown(early), shown(late));

      assertThat(late.median()).isLessThanOrEqualTo(RateBudget.PACE);
      assertThat(late.median()).isLessThanOrEqualTo(early.median());
      assertThat(late.perMinute()).isGreaterThan(270);
    }
  }

  private static String shown(Outcome outcome) {
    return "%d ms, %d ms, %.0f".formatted(outcome.median(), outcome.p99(), outcome.perMinute());
  }
}
