package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;

/** The warnings that translation gives, each with its fixed code. */
final class Warnings {
  private Warnings() {}

  static Warning notStored(String pointer, String reason) {
    return new Warning("field-not-stored", pointer, reason);
  }

  static Warning readOnly(String pointer, String name) {
    return new Warning(
        "field-read-only", pointer, name + " can't be changed here; the value was left out.");
  }

  static Warning kept(String pointer, String name) {
    return new Warning(
        "field-kept", pointer, name + " can't be emptied in Fortnox and keeps its value.");
  }

  static Warning typeChanged(String pointer, String given, String stored) {
    return new Warning(
        "type-changed",
        pointer,
        "Fortnox has no place of its own for %s; the entry is stored as %s and reads back as that."
            .formatted(given, stored));
  }

  static Warning placeTaken(String pointer, String given, String place) {
    return notStored(
        pointer,
        "Fortnox has no place of its own for %s, and the one for %s is taken by another entry."
            .formatted(given, place));
  }

  static Warning emptyList(String pointer) {
    return new Warning(
        "list-empty", pointer, "An empty list changes nothing on PATCH; null clears every entry.");
  }

  static Warning nothingGiven(String pointer) {
    return new Warning("list-empty", pointer, "An empty list changes nothing on PATCH.");
  }

  static Warning noRight(String pointer) {
    return new Warning(
        "no-right", pointer, "Fortnox doesn't show this field to the user behind the connection.");
  }

  static Warning valueUnknown(String pointer, JsonNode held) {
    return new Warning(
        "value-unknown",
        pointer,
        "Fortnox holds " + Quoted.of(held) + ", which the unified model has no value for.");
  }

  static Warning unchecked(String pointer, String detail) {
    return new Warning("value-unchecked", pointer, detail);
  }

  static Warning partialRow() {
    return new Warning(
        "list-row-is-partial",
        "",
        "Fortnox's lists carry only some fields, the others are null here; "
            + "ask with expand=full for all.");
  }
}
