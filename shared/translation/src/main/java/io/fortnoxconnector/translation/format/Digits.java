package io.fortnoxconnector.translation.format;

/** A number without the marks that only make it readable. */
public final class Digits {
  private Digits() {}

  /** The decimal digits of a text, in their order. */
  public static String of(String written) {
    return written.replaceAll("[^0-9]", "");
  }
}
