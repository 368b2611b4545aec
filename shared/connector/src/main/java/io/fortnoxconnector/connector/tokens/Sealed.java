package io.fortnoxconnector.connector.tokens;

import java.util.Base64;

/** Ciphertext, kept as base64 so that it compares by value. */
public record Sealed(String base64) {

  public static Sealed of(byte[] bytes) {
    return new Sealed(Base64.getEncoder().encodeToString(bytes));
  }

  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "Sealed[" + base64.length() + " characters]";
  }
}
