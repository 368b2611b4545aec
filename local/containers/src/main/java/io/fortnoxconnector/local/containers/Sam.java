package io.fortnoxconnector.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM CLI at the project's root, as a developer runs it. */
record Sam(Map<String, String> environment) {

  /** Without an account or credentials. */
  static Sam offline() {
    return new Sam(Map.of());
  }

  /** With an emulator instead of AWS. */
  static Sam at(MiniStack emulator) {
    return new Sam(emulator.environment());
  }

  /** The processor of this machine, as the template's parameter names it. */
  static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }

  Command.Finished run(Duration patience, String... arguments) {
    return command(arguments).run(patience);
  }

  /**
   * Invokes a function with an event in a container.
   *
   * @return the answer's JSON, and among the errors the function's log
   */
  Command.Finished invoke(String function, Path event, Path variables) {
    return invoke(Folders.root().resolve("template.yaml"), function, event, variables);
  }

  /** The same of a function of another template. */
  Command.Finished invoke(Path template, String function, Path event, Path variables) {
    return run(
        Duration.ofMinutes(3),
        "local",
        "invoke",
        function,
        "--template",
        template.toString(),
        "--event",
        event.toString(),
        "--env-vars",
        variables.toString(),
        "--parameter-overrides",
        "Architecture=" + architecture());
  }

  Command command(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Folders.tool("sam", "sam").toString());
    line.addAll(List.of(arguments));
    Map<String, String> all = new LinkedHashMap<>();
    all.put("SAM_CLI_TELEMETRY", "0");
    all.put("AWS_DEFAULT_REGION", "eu-north-1");
    // Neither somebody's profiles nor an instance's role.
    all.put("AWS_CONFIG_FILE", "/dev/null");
    all.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    all.put("AWS_EC2_METADATA_DISABLED", "true");
    all.putAll(environment);
    return new Command(line, Folders.root(), all);
  }

  /** A file for {@code --env-vars} that sets these for every function that has them. */
  static Path variables(Map<String, String> values) {
    try {
      Path file = Folders.work().resolve("env-vars.json");
      Files.writeString(file, Json.text(Map.of("Parameters", values)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
