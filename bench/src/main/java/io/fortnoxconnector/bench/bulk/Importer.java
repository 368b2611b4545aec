package io.fortnoxconnector.bench.bulk;

import io.fortnoxconnector.cli.Main;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code fortnox import customers FILE} as a process of its own. */
final class Importer implements AutoCloseable {

  private final Process process;

  private Importer(Process process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param log gets what it prints
   */
  static Importer start(URI connector, String apiKey, String accountKey, Path file, Path log)
      throws IOException {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "import",
                "customers",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "FORTNOX_CONNECTOR_URL", connector.toString(),
                "FORTNOX_CONNECTOR_API_KEY", apiKey,
                "FORTNOX_CONNECTOR_ACCOUNT_KEY", accountKey));
    return new Importer(builder.start());
  }

  /** SIGKILL: it can't tell anybody how far it is. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Its exit code; -1 if it goes on for longer. */
  int end(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
