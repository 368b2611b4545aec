package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox import customers customers.csv}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Creates an entity of each row of a CSV file: fortnox import customers customers.csv",
      "The first line names the fields; those inside others by the way to them, as addresses.BILLING.city.",
      "An import that broke off goes on by the same call: no row is created twice within 30 days."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int MOST_TOLD = 20;

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RESOURCE", description = "customers, suppliers, items, …")
  private String resource = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "A CSV file.")
  private Path file = Path.of("");

  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description = "What a column fills, where its name doesn't say it; no field leaves it out.")
  private Map<String, String> mapping = new LinkedHashMap<>();

  @Option(names = "--charset", description = "Of the file (default: UTF-8).")
  private Charset charset = StandardCharsets.UTF_8;

  @Option(names = "--dry-run", description = "Shows what would be sent, and sends nothing.")
  private boolean dryRun;

  private int notDone;

  @Override
  public Integer call() {
    Connector company = main.access().company();
    Table table = Table.read(file, charset);
    JsonNode described = company.get("/accounting/capabilities").data().path(resource);
    if (described.isMissingNode()) {
      throw new Failure(Failure.USAGE, "There is no resource " + resource + ".");
    }
    List<ImportRow> rows = rows(table, targets(table.header(), Columns.of(described)));
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      rows.forEach(row -> out.println(row.body()));
      out.println(rows.size() + " " + resource + " would be sent. Nothing was.");
      out.flush();
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = Progress.of(err, resource + " imported", rows.size());
    new Import(
            company,
            resource,
            result -> {
              if (!result.isDone()) {
                tell(result, err);
              }
              progress.done();
            })
        .run(rows);
    progress.end();
    out.printf("%d of %d %s are there.%n", rows.size() - notDone, rows.size(), resource);
    out.flush();
    return notDone == 0 ? 0 : Failure.REFUSED;
  }

  private void tell(Import.Result result, PrintWriter err) {
    notDone++;
    if (notDone <= MOST_TOLD) {
      err.printf(
          "row %d: %s%n  %s%n",
          result.row().number(), result.state(), result.problem().replace("\n", "\n  "));
    } else if (notDone == MOST_TOLD + 1) {
      err.println("… and more. fortnox tasks --state FAILED shows those that Fortnox refused.");
    }
    err.flush();
  }

  /** What each column fills; null for those that are left out. */
  private List<Columns.Target> targets(List<String> header, Columns columns) {
    var targets = new ArrayList<Columns.Target>();
    var unknown = new ArrayList<String>();
    for (String column : header) {
      String field = mapping.getOrDefault(column, column);
      if (field.isEmpty()) {
        targets.add(new Columns.Target(List.of(), ""));
        continue;
      }
      columns
          .named(field)
          .ifPresentOrElse(
              targets::add,
              () ->
                  unknown.add(
                      "Column \"%s\": there is no field %s of %s to fill.%s"
                          .formatted(
                              column,
                              field,
                              resource,
                              columns
                                  .suggestion(field)
                                  .map(name -> " Did you mean " + name + "?")
                                  .orElse(""))));
    }
    if (!unknown.isEmpty()) {
      unknown.add(
          "--map \"Column=field\" says what a column fills; --map \"Column=\" leaves it out.");
      throw new Failure(Failure.USAGE, String.join("\n", unknown));
    }
    return targets;
  }

  private List<ImportRow> rows(Table table, List<Columns.Target> targets) {
    var rows = new ArrayList<ImportRow>();
    var wrong = new ArrayList<String>();
    var seen = new HashMap<String, Integer>();
    for (int index = 0; index < table.rows().size(); index++) {
      List<String> cells = table.rows().get(index);
      int number = index + 2;
      ObjectNode body = Connector.JSON.createObjectNode();
      for (int column = 0; column < Math.min(cells.size(), targets.size()); column++) {
        Columns.Target target = targets.get(column);
        if (!cells.get(column).isEmpty() && !target.path().isEmpty()) {
          String problem = Columns.fill(body, target, cells.get(column));
          if (problem != null) {
            wrong.add("row " + number + ", " + target.name() + ": " + problem);
          }
        }
      }
      if (!body.isEmpty()) {
        rows.add(ImportRow.of(number, resource, body, seen));
      }
    }
    if (!wrong.isEmpty()) {
      wrong.add("Nothing was sent.");
      throw new Failure(Failure.USAGE, String.join("\n", wrong));
    }
    return rows;
  }
}
