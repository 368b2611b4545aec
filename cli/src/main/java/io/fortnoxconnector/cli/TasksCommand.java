package io.fortnoxconnector.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox tasks}. */
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    description = "Shows what became of writes, the latest first, or one of them whole.")
final class TasksCommand implements Runnable {

  private static final String TASKS = "/accounting/asyncTask";

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ID", defaultValue = "", description = "One of them.")
  private String id = "";

  @Option(
      names = "--state",
      paramLabel = "STATE",
      defaultValue = "",
      description = "OPEN, INPROGRESS, DONE, PARTIAL, FAILED, UNCERTAIN, CANCELLED.")
  private String state = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private long most = 20;

  @Option(names = "--cancel", description = "Calls it off, if it hasn't been sent yet.")
  private boolean cancel;

  @Override
  public void run() {
    Connector company = main.access().company();
    PrintWriter out = spec.commandLine().getOut();
    if (!id.isEmpty()) {
      String path = TASKS + "/" + Connector.encoded(id);
      Connector.Answer answer =
          cancel ? Connector.done(company.send("DELETE", path, "", Map.of())) : company.get(path);
      out.println(answer.data().toPrettyString());
    } else if (cancel) {
      throw new Failure(Failure.USAGE, "Which one? fortnox tasks ID --cancel");
    } else {
      Map<String, String> filters = state.isEmpty() ? Map.of() : Map.of("state", state);
      Lists.read(
          company,
          "asyncTask",
          filters,
          500,
          most,
          task ->
              out.printf(
                  "%s  %-10s  %-12s %-16s %s%n",
                  task.path("acceptedDate").asText(),
                  task.path("state").asText(),
                  task.path("operation").asText(),
                  task.path("resource").asText(),
                  task.path("taskId").asText()));
    }
    out.flush();
  }
}
