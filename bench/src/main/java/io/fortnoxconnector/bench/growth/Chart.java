package io.fortnoxconnector.bench.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Lines over two logarithmic axes, as SVG that reads on white and on black.
 *
 * @param y what the upright axis shows, with its unit
 */
record Chart(String title, String x, String y, List<Line> lines) {

  /** One line and its name, which stands at its right end. */
  record Line(String name, List<Point> points) {}

  /** One point; both above zero. */
  record Point(double x, double y) {}

  private static final int WIDTH = 820;
  private static final int HEIGHT = 420;
  private static final int LEFT = 80;
  private static final int RIGHT = 240;
  private static final int TOP = 50;
  private static final int BOTTOM = 60;
  private static final int NAME_HEIGHT = 16;

  /** Told apart also by those who don't see red and green; each reads on white and on black. */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#b8860b", "#cc79a7", "#56a0d0");

  String svg() {
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">
            <style>
            svg { font: 13px system-ui, sans-serif; background: #fff }
            text { fill: #222 } .grid { stroke: #ddd }
            @media (prefers-color-scheme: dark) { svg { background: #161616 } text { fill: #ddd } .grid { stroke: #3a3a3a } }
            polyline { fill: none; stroke-width: 2.5 }
            </style>
            <text x="%d" y="26" font-size="16" font-weight="600">%s</text>
            """,
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            escaped(title),
            LEFT,
            escaped(title)));
    double[] xs = range(Point::x);
    double[] ys = range(Point::y);
    for (double tick : ticks(xs)) {
      double at = across(tick, xs);
      svg.append(grid(at, TOP, at, HEIGHT - BOTTOM));
      svg.append(text(at, HEIGHT - BOTTOM + 18, "middle", number(tick)));
    }
    for (double tick : ticks(ys)) {
      double at = up(tick, ys);
      svg.append(grid(LEFT, at, WIDTH - RIGHT, at));
      svg.append(text(LEFT - 8, at + 4, "end", number(tick)));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", x));
    double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"20\" y=\"%.1f\" text-anchor=\"middle\" transform=\"rotate(-90 20 %.1f)\">%s</text>%n",
            middle,
            middle,
            escaped(y)));
    double[] names = nameHeights(ys);
    for (int i = 0; i < lines.size(); i++) {
      svg.append(line(lines.get(i), COLOURS.get(i % COLOURS.size()), xs, ys, names[i]));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String line(Line line, String colour, double[] xs, double[] ys, double name) {
    var svg = new StringBuilder("<polyline stroke=\"" + colour + "\" points=\"");
    for (Point point : line.points()) {
      svg.append(
          String.format(Locale.ROOT, "%.1f,%.1f ", across(point.x(), xs), up(point.y(), ys)));
    }
    svg.append("\"/>\n");
    for (Point point : line.points()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n",
              across(point.x(), xs),
              up(point.y(), ys),
              colour));
    }
    Point end = line.points().getLast();
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            across(end.x(), xs) + 4,
            up(end.y(), ys),
            WIDTH - RIGHT + 20,
            name,
            colour));
    return svg.append(text(WIDTH - RIGHT + 24, name + 4, "start", line.name())).toString();
  }

  /** Where each line's name stands: at its end, but never over another one. */
  private double[] nameHeights(double[] ys) {
    double[] heights =
        lines.stream().mapToDouble(line -> up(line.points().getLast().y(), ys)).toArray();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      order.add(i);
    }
    order.sort((one, other) -> Double.compare(heights[one], heights[other]));
    double free = TOP;
    for (int i : order) {
      heights[i] = Math.max(heights[i], free);
      free = heights[i] + NAME_HEIGHT;
    }
    double lowest = HEIGHT - BOTTOM;
    for (int i : order.reversed()) {
      heights[i] = Math.min(heights[i], lowest);
      lowest = heights[i] - NAME_HEIGHT;
    }
    return heights;
  }

  private double[] range(ToDoubleFunction<Point> axis) {
    double[] values = values().mapToDouble(axis).toArray();
    double low = DoubleStream.of(values).min().orElse(1);
    double high = DoubleStream.of(values).max().orElse(10);
    return new double[] {Math.log10(low) - 0.04, Math.log10(high) + 0.04};
  }

  private Stream<Point> values() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  private static List<Double> ticks(double[] range) {
    var ticks = new ArrayList<Double>();
    boolean fine = range[1] - range[0] < 2.2;
    for (int power = (int) Math.floor(range[0]); power <= range[1]; power++) {
      for (int step : fine ? new int[] {1, 2, 5} : new int[] {1}) {
        double tick = step * Math.pow(10, power);
        if (Math.log10(tick) >= range[0] && Math.log10(tick) <= range[1]) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static double across(double value, double[] range) {
    return LEFT + (Math.log10(value) - range[0]) / (range[1] - range[0]) * (WIDTH - LEFT - RIGHT);
  }

  private static double up(double value, double[] range) {
    return HEIGHT
        - BOTTOM
        - (Math.log10(value) - range[0]) / (range[1] - range[0]) * (HEIGHT - TOP - BOTTOM);
  }

  private static String grid(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
        x1,
        y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        escaped(text));
  }

  private static String number(double value) {
    return value < 1
        ? String.format(Locale.ROOT, "%s", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
