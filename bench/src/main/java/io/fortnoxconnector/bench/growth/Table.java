package io.fortnoxconnector.bench.growth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One table of results: for people as Markdown, for programs as CSV, where times are seconds.
 *
 * @param rows texts, numbers and durations
 */
record Table(String name, List<String> head, List<List<Object>> rows) {

  String markdown() {
    String rule =
        head.stream()
            .map(column -> isNumeric(head.indexOf(column)) ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |"));
    return line(head)
        + "\n"
        + rule
        + "\n"
        + rows.stream()
            .map(row -> line(row.stream().map(Table::readable).toList()))
            .collect(Collectors.joining("\n"));
  }

  String csv() {
    return String.join(",", head)
        + "\n"
        + rows.stream()
            .map(row -> row.stream().map(Table::plain).collect(Collectors.joining(",")) + "\n")
            .collect(Collectors.joining());
  }

  private boolean isNumeric(int column) {
    return rows.stream().anyMatch(row -> !(row.get(column) instanceof String));
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String readable(Object cell) {
    return switch (cell) {
      case Duration time -> readable(time);
      case Double number -> String.format(Locale.ROOT, number < 100 ? "%.1f" : "%,.0f", number);
      case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
      default -> cell.toString();
    };
  }

  static String readable(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < 90 * 60) {
      return String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
    return seconds < 48 * 3600
        ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
        : String.format(Locale.ROOT, "%.1f days", seconds / 86_400);
  }

  private static String plain(Object cell) {
    return switch (cell) {
      case Duration time -> String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
      case Double number -> String.format(Locale.ROOT, "%.2f", number);
      default -> {
        String text = cell.toString();
        yield text.contains(",") ? '"' + text + '"' : text;
      }
    };
  }
}
