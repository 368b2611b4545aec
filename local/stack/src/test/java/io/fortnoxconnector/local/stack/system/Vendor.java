package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Browser;
import java.net.URI;

/** A vendor as it knows itself: its keys and its Fortnox integration. */
record Vendor(
    LocalSystem system,
    String tenantId,
    String apiKeyId,
    String apiKey,
    String clientId,
    String clientSecret) {

  Caller api() {
    return system.anybody().with("X-API-KEY", apiKey);
  }

  void register(String accountType) {
    Answer answer =
        api()
            .post(
                "/tenants/register-system",
                """
                {"targetSystem":"fortnox","clientId":"%s","clientSecret":"%s",
                 "customValues":[{"key":"accountType","value":"%s"}]}
                """
                    .formatted(clientId, clientSecret, accountType));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** A link for a company's user. */
  URI loginLink(String... more) {
    var query = new StringBuilder("?callbackUrl=" + Caller.encoded(LocalSystem.CALLBACK));
    for (int i = 0; i < more.length; i += 2) {
      query.append('&').append(more[i]).append('=').append(Caller.encoded(more[i + 1]));
    }
    Answer link = api().get("/auth/fortnox" + query);
    assertThat(link.status()).as(link.text()).isEqualTo(200);
    return URI.create(link.text());
  }

  /** Where the browser of a company's user ends: the vendor's own address. */
  URI walk(URI loginLink, String company, String decision) {
    try (var browser = new Browser()) {
      return browser.consent(loginLink, company, decision).vendor();
    }
  }

  Answer exchange(String code) {
    return api().post("/auth/token", "{\"code\":\"" + code + "\"}");
  }

  /** The whole connect flow, as it goes when all is well. */
  Company connect(String company) {
    Answer exchanged = exchange(parameter(walk(loginLink(), company, "approve"), "code"));
    assertThat(exchanged.status()).as(exchanged.text()).isEqualTo(201);
    JsonNode data = exchanged.data();
    return new Company(
        this, company, data.path("connectionId").asText(), data.path("accountKey").asText());
  }

  static String parameter(URI address, String name) {
    for (String pair : String.valueOf(address.getRawQuery()).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return java.net.URLDecoder.decode(
            pair.substring(name.length() + 1), java.nio.charset.StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  @Override
  public String toString() {
    return "vendor " + tenantId;
  }
}
