package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field that has one value for all entities of a resource.
 *
 * @param tolerated other values of the model, which are left out with a warning
 * @param note why there's just one
 */
record ConstantPart(String name, JsonNode value, List<JsonNode> tolerated, String note)
    implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    into.set(name, value);
    return false;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given) || given.equals(value)) {
      return;
    }
    if (tolerated.contains(given)) {
      draft.warn(Warnings.notStored(pointer, note));
    } else {
      draft.problem(
          Problems.invalid(pointer, name, given, "must be " + Quoted.of(value) + " here"));
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.withoutFortnox(
        name,
        value.isBoolean() ? "boolean" : "string",
        true,
        value.isTextual() ? List.of(value.asText()) : List.of(),
        note);
  }
}
