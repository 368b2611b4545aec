package io.fortnoxconnector.bench.growth;

import io.fortnoxconnector.bench.growth.Chart.Line;
import io.fortnoxconnector.bench.growth.Chart.Point;
import io.fortnoxconnector.bench.growth.Settings.Picked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is simulated, question by question. */
final class Growth {

  /** More than anybody asks for: no bound. */
  private static final int UNBOUNDED = 1_000_000;

  private static final long HOUR = 3_600_000;

  private final Runs runs;
  private final int each;
  private final List<Integer> companies;

  /**
   * @param each how many writes each company asks for
   */
  Growth(Runs runs, int each, List<Integer> companies) {
    this.runs = runs;
    this.each = each;
    this.companies = companies;
  }

  /** A table and, where there is one, its picture. */
  record Answer(Table table, List<Chart> charts) {}

  private static Duration time(long millis) {
    return Duration.ofMillis(millis);
  }

  @SuppressWarnings("AnnotateFormatMethod") // not worth a dependency
  private static String name(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** How long until a burst is done? */
  Answer burst() {
    var rows = new ArrayList<List<Object>>();
    var lines = new ArrayList<Line>();
    for (int writers : new int[] {10, 50, 200, 1000}) {
      var points = new ArrayList<Point>();
      for (int number : companies) {
        var row = new ArrayList<Object>(List.of(writers, number, (long) number * each));
        for (int fortnox : new int[] {150, 300, 500}) {
          Outcome outcome =
              runs.run(
                  name("%d writers, %,d companies, %d ms", writers, number, fortnox),
                  Load.together(number, each),
                  Settings.shipped().withWriters(writers).withFortnox(fortnox));
          row.add(outcome.unfinished() > 0 ? "not in 14 days" : time(outcome.last()));
          if (fortnox == 300) {
            points.add(new Point(number, outcome.last() / 60_000.0));
          }
        }
        rows.add(row);
      }
      lines.add(new Line(name("%,d writers", writers), points));
    }
    return new Answer(
        new Table(
            "burst",
            List.of(
                "WriterConcurrency",
                "companies",
                "writes",
                "done after (Fortnox 150 ms)",
                "300 ms",
                "500 ms"),
            rows),
        List.of(
            new Chart(
                name("Until a burst of %,d writes per company is done", each),
                "companies",
                "minutes",
                lines)));
  }

  /** What does the look-ahead cost, and does the bound on open writes help? */
  Answer lookAhead() {
    int number = 1000;
    int[] bounds = {20, 50, 100, 200, 500, 1000, 2000};
    var rows = new ArrayList<List<Object>>();
    var lines = new ArrayList<Line>();
    for (int lookAhead : new int[] {Settings.LOOK_AHEAD, Settings.OLDER_LOOK_AHEAD}) {
      for (int writers : new int[] {50, 200, 1000}) {
        var row = new ArrayList<Object>(List.of(lookAhead, writers));
        var points = new ArrayList<Point>();
        for (int open : bounds) {
          Outcome outcome =
              runs.run(
                  name("look-ahead %,d, %d writers, %d open", lookAhead, writers, open),
                  Load.oneAfterAnother(number, 2 * each),
                  Settings.shipped()
                      .withWriters(writers)
                      .withLookAhead(lookAhead)
                      .withMostOpen(open));
          row.add(outcome.perSecond());
          points.add(new Point(open, outcome.perSecond()));
        }
        rows.add(row);
        lines.add(new Line(name("%,d, look-ahead %,d", writers, lookAhead), points));
      }
    }
    return new Answer(
        new Table("look-ahead", head(bounds, "%,d open", "look-ahead", "WriterConcurrency"), rows),
        List.of(
            new Chart(
                name("%,d companies queue %,d writes each, one after another", number, 2 * each),
                "MostOpenWrites",
                "writes a second",
                lines)));
  }

  private static List<String> head(int[] values, String format, String... first) {
    var head = new ArrayList<>(List.of(first));
    for (int value : values) {
      head.add(value == UNBOUNDED ? "no bound" : name(format, value));
    }
    return head;
  }

  /** How long does a small company wait behind big ones? */
  Answer fairness() {
    int[] bounds = {100, 500, 2000, UNBOUNDED};
    var rows = new ArrayList<List<Object>>();
    var lines = new ArrayList<Line>();
    for (Picked picked : Picked.values()) {
      String order = picked == Picked.OLDEST ? "oldest first" : "any";
      for (int writers : new int[] {10, 50}) {
        for (int big : new int[] {5, 20, 100}) {
          var row = new ArrayList<Object>(List.of(order, writers, big));
          var points = new ArrayList<Point>();
          for (int open : bounds) {
            Outcome outcome =
                runs.run(
                    name("%s, %d writers, %d big, %d open", order, writers, big, open),
                    Load.smallBehindBig(big, 20 * each, false, each, HOUR, 1),
                    Settings.shipped().withWriters(writers).withMostOpen(open).withPicked(picked));
            long wait = outcome.waits().percentile(0.99);
            row.add(time(wait));
            points.add(new Point(open == UNBOUNDED ? 20 * each : open, wait / 1000.0));
          }
          rows.add(row);
          if (writers == 10) {
            lines.add(new Line(name("%d big, %s", big, order), points));
          }
        }
      }
    }
    return new Answer(
        new Table(
            "fairness",
            head(bounds, "%,d open", "SQS delivers", "WriterConcurrency", "big companies"),
            rows),
        List.of(
            new Chart(
                "A small company's wait behind big ones: 99 % wait less (10 writers)",
                name("MostOpenWrites (the last point: no bound, %,d writes each)", 20 * each),
                "seconds",
                lines)));
  }

  /** How many writers does everyday work need? */
  Answer everyday() {
    var rows = new ArrayList<List<Object>>();
    for (int perHour : new int[] {6, 60}) {
      for (int number : new int[] {1000, 10_000}) {
        for (int writers : new int[] {10, 50, 200}) {
          Outcome outcome =
              runs.run(
                  name("%,d companies, %d an hour, %d writers", number, perHour, writers),
                  Load.atRandom(number, perHour, 1, 1),
                  Settings.shipped().withWriters(writers));
          Waits waits = outcome.waits();
          rows.add(
              List.of(
                  number,
                  perHour,
                  number * perHour / 3600.0,
                  writers,
                  outcome.mostWriters(),
                  time(waits.percentile(0.5)),
                  time(waits.percentile(0.99)),
                  time(Math.max(0, outcome.last() - HOUR))));
        }
      }
    }
    return new Answer(
        new Table(
            "everyday",
            List.of(
                "companies",
                "writes an hour each",
                "writes a second",
                "WriterConcurrency",
                "writers at work, at most",
                "a write takes, median",
                "99 %",
                "left over after the hour"),
            rows),
        List.of());
  }

  /** What if Fortnox doesn't answer for some companies? */
  Answer hanging() {
    int[] counts = {5, 20, 59, 61, 100};
    var rows = new ArrayList<List<Object>>();
    for (int lookAhead : new int[] {Settings.LOOK_AHEAD, Settings.OLDER_LOOK_AHEAD}) {
      for (int writers : new int[] {10, 50}) {
        for (int open : new int[] {100, 2000}) {
          var row = new ArrayList<Object>(List.of(lookAhead, writers, open));
          for (int hanging : counts) {
            Outcome outcome =
                runs.run(
                    name("%d hang, %d writers, %d open", hanging, writers, open),
                    Load.smallBehindBig(hanging, 2000, true, each, HOUR, 1),
                    Settings.shipped()
                        .withWriters(writers)
                        .withLookAhead(lookAhead)
                        .withMostOpen(open),
                    3 * HOUR);
            boolean allDone = outcome.waits().total() == each;
            row.add(allDone ? time(outcome.waits().percentile(0.99)) : "not in 3 h");
          }
          rows.add(row);
        }
      }
    }
    return new Answer(
        new Table(
            "hanging",
            head(counts, "%,d hang", "look-ahead", "WriterConcurrency", "MostOpenWrites"),
            rows),
        List.of());
  }

  /** Where does each quota begin to bind? */
  Answer quotas(int shards) {
    List<List<Object>> rows =
        Quota.all(shards).stream()
            .<List<Object>>map(
                quota ->
                    List.of(
                        quota.name(),
                        quota.perWrite(),
                        (long) Math.floor(quota.writes()),
                        quota.remedy()))
            .toList();
    return new Answer(
        new Table("quotas", List.of("limit", "use per write", "writes a second", "then set"), rows),
        List.of());
  }
}
