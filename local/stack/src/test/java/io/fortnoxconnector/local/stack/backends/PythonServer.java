package io.fortnoxconnector.local.stack.backends;

import io.fortnoxconnector.local.stack.template.Place;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An emulator that is a Python program, from the virtual environment that the build makes. What it
 * logs lies beside that.
 */
final class PythonServer {

  private static final Path ENVIRONMENT =
      Path.of(System.getProperty("backend.python", "target/python"));
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private PythonServer() {}

  static Optional<String> whyNot() {
    return Files.isExecutable(ENVIRONMENT.resolve("bin/python"))
        ? Optional.empty()
        : Optional.of("no virtual environment at " + ENVIRONMENT + "; mvn -Dbackend=… makes it");
  }

  static AwsServer ministack() {
    int port = freePort();
    return start(
        port,
        "/_ministack/health",
        List.of("ministack"),
        Map.of("GATEWAY_PORT", String.valueOf(port), "BIND_HOST", "127.0.0.1"));
  }

  static AwsServer moto() {
    int port = freePort();
    return start(
        port,
        "/moto-api/",
        List.of("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port)),
        Map.of("MOTO_ACCOUNT_ID", Place.LOCAL.accountId()));
  }

  private static AwsServer start(
      int port, String health, List<String> command, Map<String, String> variables) {
    File log = ENVIRONMENT.resolve(command.getFirst() + ".log").toFile();
    var words = new ArrayList<>(command);
    words.set(0, ENVIRONMENT.resolve("bin/" + command.getFirst()).toString());
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      URI url = URI.create("http://127.0.0.1:" + port);
      awaitAnswer(process, url.resolve(health), log);
      return AwsServer.at(url, () -> end(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitAnswer(Process process, URI health, File log) {
    Instant giveUp = Instant.now().plus(PATIENCE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!answers(client, health)) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(giveUp)) {
          end(process);
          throw new IllegalStateException("It doesn't start; see " + log);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean answers(HttpClient client, URI health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
