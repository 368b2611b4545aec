package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;

/** The problems that translation finds, each with its fixed code. */
final class Problems {
  private Problems() {}

  static FieldProblem required(String pointer, String name) {
    return new FieldProblem(pointer, "field-required", name + " is required.");
  }

  static FieldProblem unknown(String pointer, String name, Optional<String> meant) {
    return new FieldProblem(
        pointer,
        "field-unknown",
        "There is no field %s.%s"
            .formatted(
                Quoted.of(name), meant.map(field -> " Did you mean " + field + "?").orElse("")));
  }

  static FieldProblem invalid(String pointer, String name, JsonNode value, String flaw) {
    return new FieldProblem(
        pointer, "field-invalid", "%s %s %s.".formatted(name, Quoted.of(value), flaw));
  }

  static FieldProblem wrongShape(String pointer, String name, String expected) {
    return new FieldProblem(pointer, "field-invalid", name + " must be " + expected + ".");
  }

  static FieldProblem notClearable(String pointer, String name) {
    return new FieldProblem(
        pointer, "field-not-clearable", name + " can't be emptied, only changed.");
  }

  static FieldProblem notOnCreate(String pointer, String why) {
    return new FieldProblem(pointer, "field-invalid", why);
  }

  static FieldProblem duplicate(String pointer, String type) {
    return new FieldProblem(
        pointer, "field-duplicate", "There is more than one entry of type " + type + ".");
  }

  static FieldProblem contradiction(String pointer, String other) {
    return new FieldProblem(
        pointer,
        "field-contradiction",
        "This is the same value in Fortnox as " + other + ", and the two differ.");
  }

  static FieldProblem filterUnknown(String name, Collection<String> known) {
    return new FieldProblem(
        name,
        "filter-unknown",
        "There is no filter %s; there are %s."
            .formatted(Quoted.of(name), String.join(", ", known)));
  }

  static FieldProblem filterInvalid(String name, String detail) {
    return new FieldProblem(name, "filter-invalid", detail);
  }
}
