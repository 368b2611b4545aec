package io.fortnoxconnector.connector;

import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its owner holds it: {@code <prefix>_<id>_<secret>}. The id finds the stored record, the
 * secret (256 random bits, base64url) proves it; only the secret's hash is stored. A slow hash
 * would add nothing: 256 random bits can't be guessed.
 */
public record Key(Kind kind, String id, Secret secret) {

  /** What a key opens. The prefixes let secret scanners recognise a leaked key. */
  public enum Kind {
    /** {@code X-API-KEY}: a tenant. */
    API("fxk"),
    /** {@code X-ACCOUNT-KEY}: a connection. */
    ACCOUNT("fxa");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final Pattern SHAPE =
      Pattern.compile("(fx[ka])_([a-z0-9]{8,40})_([A-Za-z0-9_-]{43})");

  public static Key mint(Kind kind, String id, Randomness randomness) {
    byte[] bytes = randomness.bytes(32);
    return new Key(
        kind, id, new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  /** Reads a key of the given kind; empty for anything that isn't one. */
  public static Optional<Key> parse(Kind kind, String text) {
    var parts = SHAPE.matcher(text);
    return parts.matches() && parts.group(1).equals(kind.prefix)
        ? Optional.of(new Key(kind, parts.group(2), new Secret(parts.group(3))))
        : Optional.empty();
  }

  /** The whole key, to be shown to its owner once. */
  public String reveal() {
    return kind.prefix + "_" + id + "_" + secret.reveal();
  }

  /** What is stored of the secret. */
  public String hash() {
    return hash(secret);
  }

  public boolean matches(String storedHash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
  }

  /** SHA-256 in hexadecimal. */
  public static String hash(Secret secret) {
    return sha256(secret.reveal());
  }

  /** SHA-256 in hexadecimal, of a text's UTF-8 form. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return kind + " key " + id;
  }
}
