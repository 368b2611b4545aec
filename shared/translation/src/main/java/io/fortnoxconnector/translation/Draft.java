package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
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
  private final List<FieldProblem> problems = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  Draft(WriteMode mode) {
    this.mode = mode;
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
        && !column.codec().decode(before.value()).equals(Optional.of(given))) {
      problem(Problems.contradiction(pointer, before.pointer()));
    }
  }

  /** Clears a Fortnox field unless another unified field gives it a value. */
  void clear(Column column) {
    clears.put(column.place(), column.codec().nothing());
  }

  Optional<Given> given(String fortnoxField) {
    return Optional.ofNullable(values.get(FortnoxPath.of(fortnoxField)));
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
    ObjectNode entity = JsonNodeFactory.instance.objectNode();
    clears.forEach((place, nothing) -> place.put(entity, nothing));
    values.forEach((place, given) -> place.put(entity, given.value()));
    return new Translated.Accepted(entity, Map.copyOf(rows), List.copyOf(warnings));
  }
}
