package io.fortnoxconnector.local.stack.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.Stack;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.stream.Stream;

/**
 * A vendor that an operator has registered and that has handed over its integration.
 *
 * @param apiKey as it was shown, once
 * @param callback where its users end after connecting
 * @param api the connector's API with the vendor's key
 */
public record RegisteredVendor(
    String tenantId, String apiKeyId, String apiKey, FortnoxApp app, URI callback, Api api) {

  /** Registers a vendor at a stack and its integration at the stack's sandbox. */
  public static RegisteredVendor register(
      Stack stack, Api anybody, String name, FortnoxApp app, URI callback) {
    app.enterAt(stack, FortnoxApp.SCOPES);
    return register(stack.adminKey(), anybody, name, app, callback);
  }

  /** Registers a vendor whose integration Fortnox knows. */
  public static RegisteredVendor register(
      String adminKey, Api anybody, String name, FortnoxApp app, URI callback) {
    JsonNode registered =
        anybody
            .with("X-ADMIN-KEY", adminKey)
            .send("POST", "/tenants", "{\"name\":\"" + name + "\"}")
            .expect(201)
            .data();
    String apiKey = registered.path("apiKey").asText();
    var vendor =
        new RegisteredVendor(
            registered.path("tenantId").asText(),
            registered.path("apiKeyId").asText(),
            apiKey,
            app,
            callback,
            anybody.with("X-API-KEY", apiKey));
    vendor.handOver(app);
    vendor
        .api
        .send("POST", "/tenants/add-callback-urls", "{\"callbackUrls\":[\"" + callback + "\"]}")
        .expect(200);
    return vendor;
  }

  /** Hands an integration over to the connector, in the place of an earlier one. */
  public void handOver(FortnoxApp other) {
    api.send(
            "POST",
            "/tenants/register-system",
            """
            {"targetSystem":"fortnox","clientId":"%s","clientSecret":"%s",
             "customValues":[{"key":"accountType","value":"%s"}]}
            """
                .formatted(other.clientId(), other.clientSecret(), other.accountType()))
        .expect(201);
  }

  /** A link for a company's user. */
  public URI loginLink() {
    return URI.create(
        api.send(
                "GET",
                "/auth/fortnox?callbackUrl=" + URLEncoder.encode(callback.toString(), UTF_8),
                "")
            .expect(200)
            .json()
            .asText());
  }

  /** The whole connect flow, the user's part in it too, as it goes when all is well. */
  public ConnectedCompany connect(String company) {
    URI end;
    try (var browser = new Browser()) {
      end = browser.consent(loginLink(), company, "approve").vendor();
    }
    JsonNode connection =
        api.send("POST", "/auth/token", "{\"code\":\"" + code(end) + "\"}").expect(201).data();
    String accountKey = connection.path("accountKey").asText();
    return new ConnectedCompany(
        company,
        connection.path("connectionId").asText(),
        accountKey,
        api.with("X-ACCOUNT-KEY", accountKey));
  }

  private static String code(URI address) {
    return Stream.of(String.valueOf(address.getRawQuery()).split("&", -1))
        .filter(pair -> pair.startsWith("code="))
        .map(pair -> URLDecoder.decode(pair.substring("code=".length()), UTF_8))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The browser brought no code back"));
  }

  @Override
  public String toString() {
    return "vendor " + tenantId;
  }
}
