package io.fortnoxconnector.bench.figures;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** All figures of a run, for a reader and for a program. */
record Report(Instant startedAt, String how, List<Figure> figures) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  void printTo(PrintStream out) {
    out.printf("%n%s%n", how);
    var parts = new LinkedHashMap<String, List<Figure>>();
    figures.forEach(
        figure -> parts.computeIfAbsent(figure.part(), part -> new ArrayList<>()).add(figure));
    parts.forEach(
        (part, those) -> {
          out.printf("%n%s%n", part);
          those.forEach(figure -> print(figure, out));
        });
    out.printf(
        "%n%d figures with a target, %d missed%n",
        figures.stream().filter(figure -> figure.target().isPresent()).count(),
        figures.stream().filter(Figure::isMissed).count());
  }

  private static void print(Figure figure, PrintStream out) {
    out.printf(
        "  %-58s %14s  %-8s %s%n",
        figure.name(), figure.shown(), figure.wanted(), figure.isMissed() ? "MISSED" : "");
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("startedAt", startedAt.toString()).put("how", how);
    for (Figure figure : figures) {
      ObjectNode one =
          root.withArray("figures")
              .addObject()
              .put("part", figure.part())
              .put("name", figure.name())
              .put("value", figure.value())
              .put("unit", figure.unit());
      if (figure.target().isPresent()) {
        one.put("target", figure.wanted()).put("missed", figure.isMissed());
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }
}
