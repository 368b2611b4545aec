package io.fortnoxconnector.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes codes and tokens. Nobody outside can verify the JWTs: Fortnox publishes no key either. */
final class Secrets {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final byte[] key = bytes(32);

  String opaque() {
    return HexFormat.of().formatHex(bytes(20));
  }

  /**
   * Claims: {@code tenantId} is the one that Fortnox documents; the rest are a JWT's usual ones.
   */
  String accessToken(Grant grant, Instant now, Instant expires) {
    var claims =
        FortnoxJson.object()
            .put("iss", "https://apps.fortnox.se/oauth-v1")
            .put("aud", grant.clientId())
            .put("sub", grant.service() ? "service" : "user")
            .put("jti", opaque())
            .put("iat", now.getEpochSecond())
            .put("exp", expires.getEpochSecond())
            .put("scope", String.join(" ", grant.scopes()))
            .put("tenantId", Long.parseLong(grant.company()));
    var signed =
        encoded(FortnoxJson.object().put("alg", "HS256").put("typ", "JWT")) + "." + encoded(claims);
    return signed + "." + BASE64.encodeToString(signature(signed));
  }

  private static String encoded(ObjectNode json) {
    return BASE64.encodeToString(FortnoxJson.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] signature(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", impossible);
    }
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
