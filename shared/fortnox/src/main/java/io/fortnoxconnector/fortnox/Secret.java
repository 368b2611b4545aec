package io.fortnoxconnector.fortnox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not be seen: a token, a key, a client secret. It prints as {@code ***}. */
public record Secret(String reveal) {

  /** Compares in a time that doesn't tell how far two values agree. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret(String theirs)
        && MessageDigest.isEqual(
            reveal.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return 0; // a hash of a secret tells about it
  }

  @Override
  public String toString() {
    return "***";
  }
}
