package io.fortnoxconnector.local.stack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * A vendor for somebody who tries the stack: registered over the API, with an address of its own
 * that a consenting user's browser comes back to.
 */
public final class LocalVendor implements AutoCloseable {

  private final PrintStream out;
  private final URI base;
  private final Api api;
  private final String apiKey;
  private final LoopbackServer pages;

  private LocalVendor(PrintStream out, URI base, Api anybody, String adminKey) {
    this.out = out;
    this.base = base;
    this.apiKey =
        anybody
            .with("X-ADMIN-KEY", adminKey)
            .send("POST", "/tenants", "{\"name\":\"Local vendor\"}")
            .data()
            .path("apiKey")
            .asText();
    this.api = anybody.with("X-API-KEY", apiKey);
    this.pages = LoopbackServer.start(0, this::connected);
    api.send("POST", "/tenants/add-callback-urls", "{\"callbackUrls\":[\"" + callback() + "\"]}");
  }

  public static LocalVendor register(Stack stack, Api api, PrintStream out) {
    return new LocalVendor(out, stack.baseUrl(), api, stack.adminKey());
  }

  public String apiKey() {
    return apiKey;
  }

  /** Hands over an integration and fetches a link for a user to click. */
  public String consentLink(String clientId, String clientSecret) {
    api.send(
        "POST",
        "/tenants/register-system",
        "{\"targetSystem\":\"fortnox\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
            .formatted(clientId, clientSecret));
    return api.send("GET", "/auth/fortnox?callbackUrl=" + URLEncoder.encode(callback(), UTF_8), "")
        .json()
        .asText();
  }

  public String callback() {
    return pages.url() + "/connected";
  }

  /**
   * The browser is back: the code is exchanged for the account key, and the calls to try are
   * printed.
   */
  private void connected(HttpExchange exchange) throws IOException {
    Optional<String> code =
        Optional.ofNullable(exchange.getRequestURI().getQuery())
            .filter(query -> query.startsWith("code="))
            .map(query -> query.substring("code=".length()));
    String page =
        code.map(value -> api.send("POST", "/auth/token", "{\"code\":\"" + value + "\"}"))
            .filter(answer -> answer.status() == 201)
            .map(answer -> tell(answer.data()))
            .orElse("Not connected: " + exchange.getRequestURI().getQuery());
    byte[] body = page.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String tell(JsonNode connection) {
    out.printf(
        """

        %s is connected. To try:

        KEYS=(-H 'X-API-KEY: %s' -H 'X-ACCOUNT-KEY: %s')
        curl "${KEYS[@]}" %s/auth/connection
        curl "${KEYS[@]}" -H 'Content-Type: application/json' -d '{"contactType":"COMPANY","companyName":"Åkeri Öst AB"}' %s/accounting/customers
        curl "${KEYS[@]}" %s/accounting/customers
        connection for the jobs queue: %s
        """,
        connection.path("companyName").asText("The company"),
        apiKey,
        connection.path("accountKey").asText(),
        base,
        base,
        base,
        connection.path("connectionId").asText());
    return "Connected. The account key and calls to try are in the terminal.\n";
  }

  @Override
  public void close() {
    pages.close();
  }
}
