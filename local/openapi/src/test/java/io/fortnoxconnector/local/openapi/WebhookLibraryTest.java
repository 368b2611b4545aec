package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fortnoxconnector.local.stack.client.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The standard's own library takes the messages: standardwebhooks of PyPI. */
@Tag("api")
class WebhookLibraryTest {

  private static final Path SCRIPT = Path.of("src/test/webhooks/verify.py").toAbsolutePath();

  @Test
  void theStandardsLibraryVerifiesAMessageAlsoWhileSecretsRotate()
      throws IOException, InterruptedException {
    Program python = Program.in("webhooks", "python.log");
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", exchange -> keep(exchange, python.folder()));
    receiver.start();
    try (LiveApi live = LiveApi.start()) {
      Api api = live.vendor().api();
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in";
      JsonNode webhook = api.send("POST", "/webhooks", "{\"callbackUrl\":\"" + url + "\"}").data();
      String address = "/webhooks/" + webhook.path("id").asText();
      String first = webhook.path("secret").asText();

      verify(python, api, address, first);

      String second = api.send("POST", address + "/secret", "").data().path("secret").asText();
      verify(python, api, address, first, second);
    } finally {
      receiver.stop(0);
    }
  }

  private static void verify(Program python, Api api, String address, String... secrets)
      throws IOException, InterruptedException {
    JsonNode sent = api.send("POST", address + "/test", "").data();
    assertThat(sent.path("outcome").asText()).isEqualTo("DELIVERED");
    String[] command = new String[3 + secrets.length];
    command[0] = Program.PYTHON.resolve("bin/python").toString();
    command[1] = SCRIPT.toString();
    command[2] = python.folder().toString();
    System.arraycopy(secrets, 0, command, 3, secrets.length);
    assertThat(python.run(command)).contains("verified");
  }

  private static void keep(HttpExchange exchange, Path folder) throws IOException {
    try (exchange) {
      ObjectNode headers = JsonNodeFactory.instance.objectNode();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      Files.write(folder.resolve("body"), exchange.getRequestBody().readAllBytes());
      Files.writeString(folder.resolve("headers.json"), headers.toString());
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
