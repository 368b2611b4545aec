package io.fortnoxconnector.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a secret without giving it away: the first 16 hex digits of its SHA-256. */
public final class Fingerprint {

  private Fingerprint() {}

  public static String of(String secret) {
    return HexFormat.of().formatHex(sha256(secret), 0, 8);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
