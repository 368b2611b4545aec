package io.fortnoxconnector.connector;

import io.fortnoxconnector.fortnox.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Where ids and secrets come from. A snapshot of a started function is shared by all that are
 * restored from it, so nothing random may be made while a function starts: ask per invocation (AWS
 * Lambda guide, "Handling uniqueness with SnapStart").
 */
@FunctionalInterface
public interface Randomness {

  byte[] bytes(int count);

  /** The operating system's; Lambda reseeds it after a snapshot is restored. */
  static Randomness secure() {
    var random = new SecureRandom();
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }

  /** 128 random bits as 26 lower-case letters and digits. */
  default String id() {
    return Ids.base32(bytes(16));
  }

  /** 256 random bits, base64url. */
  default Secret secret() {
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
  }
}
