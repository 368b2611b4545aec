package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox export invoices --since 2026-01-01 --to invoices.ndjson}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a whole list as NDJSON, an entity a line:",
      "fortnox export invoices --since 2026-01-01 --to invoices.ndjson"
    })
final class ExportCommand implements Runnable {

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RESOURCE", description = "customers, invoices, …")
  private String resource = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what was changed since: a day, or a time as 2026-01-31T12:00:00Z.")
  private @Nullable String since;

  @Option(names = "--filter", paramLabel = "NAME=VALUE", description = "One of the list's filters.")
  private Map<String, String> filters = new LinkedHashMap<>();

  @Option(names = "--full", description = "Each entity whole, read by itself: about five a second.")
  private boolean full;

  @Option(names = "--to", paramLabel = "FILE", description = "Where to; without it, to the screen.")
  private @Nullable Path file;

  @Override
  public void run() {
    var query = new LinkedHashMap<>(filters);
    if (since != null) {
      query.put("lastModifiedAt", since);
    }
    if (full) {
      query.put("expand", "full");
    }
    Progress progress = Progress.of(spec.commandLine().getErr(), resource + " read", -1);
    if (file == null) {
      write(spec.commandLine().getOut(), query, progress);
      return;
    }
    // Whoever finds the file finds it whole.
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(part))) {
        write(out, query, progress);
      }
      Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new Failure(Failure.USAGE, file + " can't be written.");
    }
  }

  private void write(PrintWriter out, Map<String, String> query, Progress progress) {
    Lists.read(
        main.access().company(),
        resource,
        query,
        full ? 100 : 500,
        Long.MAX_VALUE,
        (JsonNode entity) -> {
          out.println(entity);
          progress.done();
        });
    out.flush();
    progress.end();
  }
}
