package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Many companies written to at once: each should finish as if it were alone.
 *
 * @param took from the first write sent until the last one created
 */
record Scaling(int companies, boolean inOrder, int refusals, Duration took, Cpu cpu) {

  static Scaling measure(Bed bed, int companies, int writes, PrintStream out)
      throws InterruptedException {
    bed.fortnox().limit(RateLimit.Kind.EXACT, false);
    List<ConnectedCompany> those = bed.companies(companies);
    var progress = new Progress(out, companies + " companies at once", (long) companies * writes);
    Instant begin = Instant.now();
    Cpu before = Cpu.now();
    var feeders = new ArrayList<Thread>();
    those.forEach(company -> feeders.add(new Writes(company, writes).queueAside()));
    bed.untilCreated(those, (long) companies * writes, progress);
    Cpu cpu = Cpu.now().since(before);
    for (Thread feeder : feeders) {
      feeder.join();
    }
    boolean inOrder = true;
    int refusals = 0;
    Instant end = begin;
    for (ConnectedCompany company : those) {
      Received received = Received.of(bed.fortnox(), company.number());
      inOrder &= received.created().equals(new Writes(company, writes).names());
      refusals += received.refusals();
      end = received.lastCreation().isAfter(end) ? received.lastCreation() : end;
    }
    return new Scaling(companies, inOrder, refusals, Duration.between(begin, end), cpu);
  }

  /**
   * The table of several runs, the first of which is one company's.
   *
   * @param writes of each company
   */
  static List<Figure> figures(List<Scaling> runs, int writes) {
    String part = "Companies at once, " + writes + " writes each";
    var figures = new ArrayList<Figure>();
    Scaling alone = runs.getFirst();
    for (Scaling run : runs) {
      String who = run.companies == 1 ? "1 company" : run.companies + " companies";
      figures.add(Figure.of(part, who + ": finished after", run.took.toMillis() / 1000.0, "s"));
      if (run.companies > 1) {
        Figure ratio =
            Figure.of(
                part,
                who + ": times as long as one",
                run.took.toMillis() / (double) alone.took.toMillis(),
                "");
        figures.add(run.companies == runs.getLast().companies ? ratio.atMost(1.3) : ratio);
      }
      figures.add(Figure.of(part, who + ": answers 429", run.refusals, "").atMost(0));
      figures.add(
          Figure.of(part, who + ": writes out of order", run.inOrder ? 0 : 1, "").atMost(0));
      figures.add(Figure.of(part, who + ": processors busy", run.cpu.shareOf(run.took), "%"));
      figures.add(
          Figure.of(part, who + ": of that DynamoDB Local", run.cpu.shareOfDynamoDb(), "%"));
      figures.add(Figure.of(part, who + ": of that ElasticMQ", run.cpu.shareOfQueues(), "%"));
    }
    return figures;
  }
}
