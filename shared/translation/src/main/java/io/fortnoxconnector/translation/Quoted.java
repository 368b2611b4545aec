package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;

/** A value within a sentence. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(JsonNode value) {
    return of(value.isTextual() ? value.asText() : value.toString());
  }

  /** Without control characters, which could end a line of a log, and not at any length. */
  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…"
        : line;
  }
}
