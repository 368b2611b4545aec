package io.fortnoxconnector.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * MiniStack: CloudFormation, API Gateway, Lambda with functions in containers, and the services
 * behind them, with every call checked against the caller's role.
 */
final class MiniStack implements AutoCloseable {

  private static final String REGION = "eu-north-1";

  /** MiniStack's root user, who may do everything. */
  private static final String ROOT = "test";

  private final Process process;
  private final Calls calls;
  private final URI url;

  private MiniStack(Process process, Calls calls, URI url) {
    this.process = process;
    this.calls = calls;
    this.url = url;
  }

  static MiniStack start(DockerHost host) {
    int port = host.freePort();
    URI url = host.fromHere(port);
    Process process =
        new Command(
                List.of(Folders.tool("ministack", "ministack").toString()),
                Folders.root(),
                Map.of(
                    "LAMBDA_EXECUTOR", "docker",
                    "AUTH", "true",
                    "BIND_HOST", host.address().getHostAddress(),
                    "GATEWAY_PORT", String.valueOf(port),
                    "AWS_ENDPOINT_URL", host.fromContainers(port).toString(),
                    "MINISTACK_REGION", REGION,
                    "IOT_MTLS_ENABLED", "false",
                    "SFTP_ENABLED", "false",
                    // A function that is used once a minute stays where it is.
                    "LAMBDA_WARM_TTL_SECONDS", "3600"))
            .start(Folders.work().resolve("ministack.log"));
    awaitPort(process, host, port);
    return new MiniStack(process, new Calls(environment(url)), url);
  }

  URI url() {
    return url;
  }

  String region() {
    return REGION;
  }

  /** By which AWS's tools and SDKs come here and nowhere else. */
  Map<String, String> environment() {
    return environment(url);
  }

  private static Map<String, String> environment(URI url) {
    return Map.of(
        "AWS_ENDPOINT_URL", url.toString(),
        "AWS_DEFAULT_REGION", REGION,
        "AWS_ACCESS_KEY_ID", ROOT,
        "AWS_SECRET_ACCESS_KEY", ROOT);
  }

  JsonNode call(String service, String operation, Map<String, ?> arguments) {
    return calls.call(service, operation, arguments);
  }

  private static void awaitPort(Process process, DockerHost host, int port) {
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(3));
    while (process.isAlive() && Instant.now().isBefore(giveUp)) {
      try (Socket socket = new Socket(host.address(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        pause();
      }
    }
    Command.end(process);
    throw new IllegalStateException("MiniStack isn't up; see target/ministack.log");
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** MiniStack removes its functions' containers when it ends. */
  @Override
  public void close() {
    calls.close();
    Command.end(process);
  }
}
