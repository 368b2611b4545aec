package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Fortnox entity that grows while a unified body is read, and what came up on the way. */
final class Draft {
  private final WriteMode mode;
  private final Map<FortnoxPath, Given> values = new LinkedHashMap<>();
  private final Map<FortnoxPath, JsonNode> clears = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> rows = new LinkedHashMap<>();
  private final List<FieldProblem> problems;
  private final List<Warning> warnings;

  Draft(WriteMode mode) {
    this(mode, new ArrayList<>(), new ArrayList<>());
  }

  private Draft(WriteMode mode, List<FieldProblem> problems, List<Warning> warnings) {
    this.mode = mode;
    this.problems = problems;
    this.warnings = warnings;
  }

  /** A row of the entity, with fields of its own; what comes up belongs to the whole. */
  Draft ofRow(WriteMode rowsMode) {
    return new Draft(rowsMode, problems, warnings);
  }

  /**
   * A value that the body gives.
   *
   * @param pointer where in the body
   */
  record Given(String pointer, JsonNode value) {}

  WriteMode mode() {
    return mode;
  }

  /**
   * Gives a Fortnox field its value. Where another unified field has given one already, the two
   * must agree; a coarser word agrees with the finer one that was given before it.
   *
   * @param given as it stands in the body
   */
  void set(Column column, String pointer, JsonNode given, JsonNode value) {
    Given before = values.putIfAbsent(column.place(), new Given(pointer, value));
    if (before != null
        && !before.value().equals(value)
        && !column.codec().comparable(before.value()).equals(column.codec().comparable(value))
        && !column.codec().decode(before.value()).equals(Optional.of(given))) {
      problem(Problems.contradiction(pointer, before.pointer()));
    }
  }

  /** The rows of the entity, which one field of the body gives. */
  void set(FortnoxPath place, String pointer, ArrayNode entries) {
    values.put(place, new Given(pointer, entries));
  }

  /** Clears a Fortnox field unless another unified field gives it a value. */
  void clear(Column column) {
    clears.put(column.place(), column.codec().nothing());
  }

  Optional<Given> given(String fortnoxField) {
    return Optional.ofNullable(values.get(FortnoxPath.of(fortnoxField)));
  }

  /** What can only be given once the entity is there. */
  void refuseOnCreateAllBut(String fortnoxField, String why) {
    if (mode == WriteMode.CREATE) {
      values.forEach(
          (place, given) -> {
            if (!place.equals(FortnoxPath.of(fortnoxField))) {
              problem(Problems.notOnCreate(given.pointer(), why));
            }
          });
    }
  }

  void rows(String field, List<ObjectNode> desired) {
    rows.put(field, desired);
  }

  void problem(FieldProblem problem) {
    problems.add(problem);
  }

  void warn(Warning warning) {
    warnings.add(warning);
  }

  Translated finished() {
    if (!problems.isEmpty()) {
      return new Translated.Rejected(List.copyOf(problems));
    }
    return new Translated.Accepted(entity(), Map.copyOf(rows), List.copyOf(warnings));
  }

  /** What there is so far. */
  ObjectNode entity() {
    ObjectNode entity = JsonNodeFactory.instance.objectNode();
    clears.forEach((place, nothing) -> place.put(entity, nothing));
    values.forEach((place, given) -> place.put(entity, given.value()));
    return entity;
  }
}
