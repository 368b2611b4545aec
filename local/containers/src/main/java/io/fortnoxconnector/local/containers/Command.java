package io.fortnoxconnector.local.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program run to its end, or kept running, in an environment that holds no one's credentials. */
record Command(List<String> line, Path directory, Map<String, String> environment) {

  /**
   * What the tools may see of the caller's environment: neither credentials nor profiles, so that
   * none of this can reach somebody's real account.
   */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "LANG", "TMPDIR", "DOCKER_HOST", "SAM_SKIP_PULL_IMAGE");

  record Finished(String out, String errors) {}

  /**
   * Runs it.
   *
   * @throws IllegalStateException if it fails or takes longer; the message has what it said
   */
  Finished run(Duration patience) {
    try {
      Path out = Files.createTempFile(Folders.work(), "out", ".txt");
      Path errors = Files.createTempFile(Folders.work(), "errors", ".txt");
      Process process =
          builder().redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        end(process);
      }
      var finished = new Finished(Files.readString(out, UTF_8), Files.readString(errors, UTF_8));
      Files.delete(out);
      Files.delete(errors);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s %s:%n%s%n%s"
                .formatted(
                    String.join(" ", line),
                    ended ? "ended with " + process.exitValue() : "took longer than " + patience,
                    finished.out(),
                    finished.errors()));
      }
      return finished;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Starts it; both outputs go to the log. */
  Process start(Path log) {
    try {
      return builder().redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it to be talked to; what it complains about goes to this process's own errors. */
  Process talk() {
    try {
      return builder().redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a process to end, as Ctrl-C would, and insists after a while. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
    return builder;
  }
}
