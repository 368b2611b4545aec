package io.fortnoxconnector.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox get customers 42}. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    description = "Shows one entity as JSON: fortnox get customers 42")
final class GetCommand implements Runnable {

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RESOURCE", description = "customers, invoices, …")
  private String resource = "";

  @Parameters(
      index = "1",
      paramLabel = "ID",
      defaultValue = "",
      description = "Its id; none for what a company has one of, such as profile.")
  private String id = "";

  @Option(names = "--full", description = "With dependent rows, for more calls of the limit.")
  private boolean full;

  @Override
  public void run() {
    String path =
        "/accounting/"
            + resource
            + (id.isEmpty() ? "" : "/" + Connector.encoded(id).replace("+", "%20"))
            + (full ? "?expand=full" : "");
    PrintWriter out = spec.commandLine().getOut();
    out.println(main.access().company().get(path).data().toPrettyString());
    out.flush();
  }
}
