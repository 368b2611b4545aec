package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Another program, whose output goes into a file. */
record Program(Path folder, Path log, Map<String, String> environment) {

  /** Where the build put tools from PyPI. */
  static final Path PYTHON =
      Path.of(System.getProperty("api.python", "target/python")).toAbsolutePath();

  static Program in(String folder, String log) throws IOException {
    Path made = Files.createDirectories(Path.of("target", folder)).toAbsolutePath();
    return new Program(made, made.resolve(log), Map.of());
  }

  Program with(Map<String, String> variables) {
    return new Program(folder, log, variables);
  }

  /** Puts a folder's files into the program's own. */
  void copy(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Runs it to a good end; what it said. */
  String run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    process.environment().putAll(environment);
    int status = process.start().waitFor();
    String output = Files.readString(log);
    assertThat(status).as("%s: %s", List.of(command), output).isZero();
    return output;
  }
}
