package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.client.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demo's reads through {@code sam local start-api}: SAM CLI's idea of API Gateway and the real
 * runtime answer what the local stack answers.
 */
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamStartApiTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final Closing parts = new Closing();
  private LocalWorld world;
  private Process samCli;
  private Api throughSam;

  @BeforeAll
  void start() throws Exception {
    world = new LocalWorld(parts);
    int port = freePort();
    samCli =
        parts.add(
            Sam.offline()
                .command(
                    "local",
                    "start-api",
                    "--port",
                    String.valueOf(port),
                    "--warm-containers",
                    "LAZY",
                    "--env-vars",
                    world.variables().toString(),
                    "--parameter-overrides",
                    "Architecture=" + Sam.architecture())
                .start(Folders.work().resolve("start-api.log")),
            Command::end);
    throughSam = world.company(URI.create("http://127.0.0.1:" + port));
    listening(port);
  }

  @AfterAll
  void stop() {
    parts.close();
  }

  @ParameterizedTest(
      name = "GET {0} is answered {1}, as by the local stack",
      quoteTextArguments = false)
  @CsvSource({
    "/health, 200",
    "/accounting/capabilities, 200",
    "/auth/connection, 200",
    "/accounting/customers, 200",
    "/accounting/customers?name=%C3%A5keri, 200",
    "/accounting/customers/42?expand=full, 200",
    "/accounting/customers/43, 404",
    "/accounting/suppliers, 200",
    "/accounting/suppliers/7, 200",
    "/accounting/items, 200",
    "/accounting/items/H-1, 200",
    "/accounting/invoices, 200",
    "/accounting/creditNotes, 200",
    "/accounting/accounts/1930?fiscalYear=2, 200",
    "/accounting/v2/dimensions/projects, 200",
    "/accounting/trackingCategories/costCenters/options/BU, 200",
    "/accounting/units/f%C3%B6rp, 200",
    "/accounting/profile, 200",
    "/accounting/asyncTask?idempotencyKey=unknown, 200",
    "/accounting/nothing, 404",
  })
  void theAnswerIsTheLocalStacks(String path, int status) {
    Api.Answer here = world.company().send("GET", path, "");
    Api.Answer there = throughSam.send("GET", path, "");
    assertThat(there.status()).as("%s", there.json()).isEqualTo(status);
    assertThat(comparable(there.json())).isEqualTo(comparable(here.json()));
  }

  /** Without what is of one request alone. */
  private static JsonNode comparable(JsonNode answer) {
    if (answer instanceof ObjectNode object) {
      object.remove("requestId");
    }
    return answer;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  private void listening(int port) throws IOException, InterruptedException {
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(giveUp) && samCli.isAlive()) {
      try (Socket socket = new Socket(LOOPBACK, port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(Duration.ofMillis(100));
      }
    }
    throw new IllegalStateException("sam local start-api isn't up; see target/start-api.log");
  }
}
