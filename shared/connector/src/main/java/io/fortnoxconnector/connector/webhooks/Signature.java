package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.fortnox.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks says (<a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">"Signature
 * scheme"</a>): HMAC-SHA256 of {@code id.timestamp.body}, in base64 behind {@code v1,}; with
 * several secrets, signatures are separated by blanks.
 */
final class Signature {

  private static final String PREFIX = "whsec_";

  /** "Between 24 bytes (192 bits) and 64 bytes". */
  private static final int BYTES = 32;

  private Signature() {}

  static Secret mint(Randomness randomness) {
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(randomness.bytes(BYTES)));
  }

  /** The value of the header {@code webhook-signature}. */
  static String of(List<Secret> secrets, String id, Instant timestamp, byte[] body) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(
        (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
    content.writeBytes(body);
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, content)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] mac(Secret secret, ByteArrayOutputStream content) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }
}
