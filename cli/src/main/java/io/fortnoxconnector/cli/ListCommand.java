package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox list customers --filter name=åkeri}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows a list as a table: fortnox list customers --filter name=åkeri")
final class ListCommand implements Runnable {

  private static final int WIDEST = 40;

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RESOURCE", description = "customers, invoices, …")
  private String resource = "";

  @Option(
      names = "--filter",
      paramLabel = "NAME=VALUE",
      description = "One of the list's filters; GET /accounting/capabilities names them.")
  private Map<String, String> filters = new LinkedHashMap<>();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private long most = 50;

  @Override
  public void run() {
    var rows = new ArrayList<JsonNode>();
    Lists.read(main.access().company(), resource, filters, 500, most, rows::add);
    PrintWriter out = spec.commandLine().getOut();
    if (rows.isEmpty()) {
      out.println("Nothing found.");
    } else {
      table(rows).forEach(out::println);
    }
    out.flush();
  }

  /** The members that hold a plain value in some row, a column each. */
  private static List<String> table(List<JsonNode> rows) {
    var widths = new LinkedHashMap<String, Integer>();
    for (JsonNode row : rows) {
      row.properties()
          .forEach(
              member -> {
                if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                  int width = Math.max(member.getKey().length(), shown(member.getValue()).length());
                  widths.merge(member.getKey(), width, Math::max);
                }
              });
    }
    var lines = new ArrayList<String>();
    var title = new StringBuilder();
    widths.forEach((name, width) -> title.append(padded(name, width)));
    lines.add(title.toString().stripTrailing());
    for (JsonNode row : rows) {
      var line = new StringBuilder();
      widths.forEach((name, width) -> line.append(padded(shown(row.path(name)), width)));
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String shown(JsonNode value) {
    String text = value.isNull() ? "" : value.asText().replaceAll("\\p{Cntrl}", " ");
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }
}
