package io.fortnoxconnector.connector;

import java.util.HexFormat;

/** Identifiers of 26 lower-case letters and digits (128 bits, RFC 4648 base32 without padding). */
public final class Ids {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Ids() {}

  /**
   * The same parts always give the same id, and nobody can tell the parts from it if one of them is
   * random.
   */
  public static String derived(String... parts) {
    byte[] digest = HexFormat.of().parseHex(Key.sha256(String.join("\u0000", parts)));
    byte[] half = new byte[16];
    System.arraycopy(digest, 0, half, 0, half.length);
    return base32(half);
  }

  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
