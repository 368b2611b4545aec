package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What can be read from Fortnox's access tokens, which are JWTs. */
public final class AccessTokens {

  private AccessTokens() {}

  /**
   * The company's number at Fortnox: the claim {@code tenantId}, named on Fortnox's page about
   * client credentials. Empty where there is none.
   *
   * <p>The signature isn't checked, since Fortnox doesn't publish its key: believe it only of a
   * token that came straight from Fortnox's token endpoint.
   */
  public static Optional<String> companyId(Secret jwt) {
    var parts = jwt.reveal().split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var claims = Base64.getUrlDecoder().decode(parts[1].replaceAll("=+$", ""));
      return Json.parse(new String(claims, StandardCharsets.UTF_8))
          .map(document -> document.path("tenantId"))
          .filter(claim -> claim.isIntegralNumber() || claim.isTextual())
          .map(JsonNode::asText)
          .filter(id -> !id.isBlank());
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
