package io.fortnoxconnector.translation;

/** A word of the unified model and the one that Fortnox has for it. */
record Word(String unified, String fortnox) {
  static Word word(String unified, String fortnox) {
    return new Word(unified, fortnox);
  }
}
