package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures all, prints a table and writes {@code target/bench.json}: {@code mvn -Pbench}. Arguments
 * in {@link Options}.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.of(arguments);
    Report report = new Report(Instant.now(), options.toString(), figures(options, System.out));
    report.printTo(System.out);
    report.writeTo(Path.of("target", "bench.json"));
    // DynamoDB Local's threads outlive it.
    System.exit(0);
  }

  private static List<Figure> figures(Options options, PrintStream out)
      throws InterruptedException {
    var figures = new ArrayList<Figure>();
    if (options.does(Options.Part.OVERHEAD)) {
      figures.addAll(Overhead.measure(options.calls(), out));
    }
    try (Bed bed =
        Bed.start(
            stack ->
                stack.parameter("WriterConcurrency", String.valueOf(options.mostCompanies())))) {
      if (options.does(Options.Part.LATENCY)) {
        for (Duration latency : options.latencies()) {
          figures.add(Latency.measure(bed, latency, options.latencyTime(), out));
        }
      }
      if (options.does(Options.Part.COMPANIES)) {
        var runs = new ArrayList<Scaling>();
        for (int companies : options.companies()) {
          runs.add(Scaling.measure(bed, companies, options.writesOfEach(), out));
        }
        figures.addAll(Scaling.figures(runs, options.writesOfEach()));
      }
      if (options.does(Options.Part.SATURATE)) {
        for (RateLimit.Kind kind : List.of(RateLimit.Kind.EXACT, RateLimit.Kind.TWO_WINDOWS)) {
          figures.addAll(Saturation.measure(bed, kind, options.writes(), out).figures());
        }
      }
    }
    return figures;
  }
}
