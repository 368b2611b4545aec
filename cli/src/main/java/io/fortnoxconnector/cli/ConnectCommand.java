package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fortnox connect}: a company consents in the browser, and its key is kept. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    description = {
      "Connects a company: prints a link to open in a browser, waits for the consent, keeps the account key.",
      "Needs the API key; the address that the browser comes back to is registered with it."
    })
final class ConnectCommand implements Runnable {

  private static final byte[] THANKS =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Fortnox connector</title><p>You can close this window and go back to the terminal."
          .getBytes(StandardCharsets.UTF_8);

  @ParentCommand private Main main = new Main();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      defaultValue = "8975",
      description = "Of this machine, for the browser's way back (default: ${DEFAULT-VALUE}).")
  private int port = 8975;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the consent (default: ${DEFAULT-VALUE}).")
  private int patience = 600;

  @Override
  public void run() {
    Connector vendor = main.access().vendor();
    String callback = "http://127.0.0.1:" + port + "/connected";
    PrintWriter out = spec.commandLine().getOut();
    Connector.done(
        vendor.send(
            "POST",
            "/tenants/add-callback-urls",
            Connector.JSON
                .createObjectNode()
                .set("callbackUrls", Connector.JSON.createArrayNode().add(callback))
                .toString(),
            Map.of()));
    var arrival = new CompletableFuture<Map<String, String>>();
    HttpServer server = waiting(arrival);
    try {
      JsonNode link = vendor.get("/auth/fortnox?callbackUrl=" + Connector.encoded(callback)).json();
      out.println("Open this link in a browser, and consent at Fortnox:");
      out.println();
      out.println("    " + link.asText());
      out.println();
      out.flush();
      keep(vendor, arrived(arrival), out);
    } finally {
      server.stop(0);
    }
  }

  private void keep(Connector vendor, Map<String, String> arrived, PrintWriter out) {
    String code = arrived.get("code");
    if (code == null) {
      throw new Failure(
          Failure.REFUSED,
          "The company hasn't been connected: " + arrived.getOrDefault("error", "no answer"));
    }
    JsonNode connection =
        Connector.done(
                vendor.send(
                    "POST",
                    "/auth/token",
                    Connector.JSON.createObjectNode().put("code", code).toString(),
                    Map.of()))
            .data();
    Keys known = main.access().keys();
    new Keys(known.url(), known.apiKey(), connection.path("accountKey").asText())
        .store(main.access().file());
    out.printf(
        "%s is connected. Its key is in %s, which only you can read.%n",
        connection.path("companyName").asText(), main.access().file());
    out.flush();
  }

  private HttpServer waiting(CompletableFuture<Map<String, String>> arrival) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext(
          "/connected",
          exchange -> {
            try (exchange) {
              exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
              exchange.sendResponseHeaders(200, THANKS.length);
              exchange.getResponseBody().write(THANKS);
            }
            arrival.complete(parameters(exchange.getRequestURI().getRawQuery()));
          });
      server.start();
      return server;
    } catch (IOException taken) {
      throw new Failure(Failure.USAGE, "Port " + port + " is taken; choose another by --port.");
    }
  }

  private Map<String, String> arrived(CompletableFuture<Map<String, String>> arrival) {
    try {
      return arrival.get(patience, TimeUnit.SECONDS);
    } catch (TimeoutException nobody) {
      throw new Failure(Failure.REFUSED, "Nobody has consented within " + patience + " seconds.");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "Interrupted.");
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (String pair : String.valueOf(query).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
