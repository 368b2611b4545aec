package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox events --follow}. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what changed in the company's books and what became of writes, the oldest first: fortnox events --follow",
      "Where it ends, it says how to go on from there."
    })
final class EventsCommand implements Runnable {

  private static final int PART = 500;

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      defaultValue = "",
      description = "Only those behind this place; without it, since 30 days ago.")
  private volatile String after = "";

  @Option(names = "--follow", description = "Waits for further ones, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "How often --follow asks (default: ${DEFAULT-VALUE}); the connector looks every minute at most.")
  private int seconds = 30;

  @Option(names = "--json", description = "Each event whole, one a line.")
  private boolean json;

  @Override
  public void run() {
    if (seconds < 1) {
      throw new Failure(Failure.USAGE, "--every is a number of seconds, 1 or more.");
    }
    Connector company = main.access().company();
    PrintWriter err = spec.commandLine().getErr();
    var ctrlC = new Thread(() -> tellTheWayOn(err));
    Runtime.getRuntime().addShutdownHook(ctrlC);
    try {
      showAll(company);
      while (follow) {
        Connector.pause(Duration.ofSeconds(seconds));
        showAll(company);
      }
      Runtime.getRuntime().removeShutdownHook(ctrlC);
      tellTheWayOn(err);
    } catch (Failure failure) {
      Runtime.getRuntime().removeShutdownHook(ctrlC);
      tellTheWayOn(err);
      throw failure;
    }
  }

  /** Those that there are, part by part. */
  private void showAll(Connector company) {
    PrintWriter out = spec.commandLine().getOut();
    JsonNode events;
    do {
      String from = after.isEmpty() ? "" : "&after=" + Connector.encoded(after);
      Connector.Answer part = company.get("/accounting/events?limit=" + PART + from);
      events = part.data();
      for (JsonNode event : events) {
        out.println(json ? event.toString() : line(event));
      }
      // Only what was shown is behind: whoever reads a pipe mustn't miss what was on its way.
      out.flush();
      part.json()
          .at("/meta/warnings")
          .forEach(warning -> spec.commandLine().getErr().println(warning.path("detail").asText()));
      after = part.json().at("/meta/after").asText(after);
    } while (events.size() == PART);
  }

  /** When, what, of which, and how it stands. */
  private static String line(JsonNode event) {
    JsonNode data = event.path("data");
    String which =
        Stream.of("resource", "resourceId", "status", "consent", "taskId")
            .map(name -> data.path(name).asText(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("  "));
    return "%s  %-22s %s"
        .formatted(event.path("timestamp").asText(), event.path("type").asText(), which)
        .stripTrailing();
  }

  private void tellTheWayOn(PrintWriter err) {
    if (!after.isEmpty()) {
      err.println("Go on with: fortnox events --after " + after);
      err.flush();
    }
  }
}
