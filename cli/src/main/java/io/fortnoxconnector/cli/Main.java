package io.fortnoxconnector.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar fortnox.jar <command>}. */
@Command(
    name = "fortnox",
    mixinStandardHelpOptions = true,
    version = "Fortnox connector 0.1.0",
    description = "Reads and writes a company's books in Fortnox, by the connector's API.",
    subcommands = {
      ConnectCommand.class,
      GetCommand.class,
      ListCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      TasksCommand.class,
      EventsCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nKeys come from the environment or from a file that only you can read:%n",
    footer = {
      "  FORTNOX_CONNECTOR_URL, FORTNOX_CONNECTOR_API_KEY, FORTNOX_CONNECTOR_ACCOUNT_KEY,",
      "  or ~/.config/fortnox-connector/keys with url=, apiKey= and accountKey= (see --keys).",
      "",
      "Exit codes: 0 done; 1 something was refused or failed; 2 wrong usage;",
      "3 keys missing or not accepted; 4 the connector can't be reached; 5 interrupted, go on by the same call;",
      "130 ended by Ctrl-C."
    })
public final class Main implements Runnable {

  @Mixin private Access access = new Access();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends with its exit code. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (thrown, command, _) -> {
          if (!(thrown instanceof Failure failure)) {
            throw thrown;
          }
          PrintWriter err = command.getErr();
          List.of(String.valueOf(failure.getMessage()).split("\n", -1)).forEach(err::println);
          err.flush();
          return failure.exitCode();
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  Access access() {
    return access;
  }
}
