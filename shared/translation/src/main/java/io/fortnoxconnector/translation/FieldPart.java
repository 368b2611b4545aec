package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One value here that is one value in Fortnox. */
record FieldPart(String name, Column column) implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    JsonNode value = column.read(from, pointer);
    into.set(name, value);
    return !value.isNull();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given) && !isReserved(given)) {
      writeNothing(given, pointer, draft);
    } else if (!column.takes(draft.mode())) {
      draft.warn(Warnings.readOnly(pointer, name));
    } else {
      switch (column.encode(given)) {
        case Encoded.Value(JsonNode value) -> draft.set(column, pointer, given, value);
        case Encoded.Flawed(String flaw) ->
            draft.problem(Problems.invalid(pointer, name, given, flaw));
      }
    }
  }

  private void writeNothing(JsonNode given, String pointer, Draft draft) {
    boolean absent = given.isMissingNode();
    if ((absent && draft.mode() == WriteMode.PATCH) || !column.takes(draft.mode())) {
      return;
    }
    if (column.required() && draft.mode() != WriteMode.PATCH) {
      draft.problem(Problems.required(pointer, name));
    } else if (draft.mode() == WriteMode.CREATE) {
      return;
    } else if (column.clearable()) {
      draft.clear(column);
    } else if (draft.mode() == WriteMode.PATCH) {
      draft.problem(Problems.notClearable(pointer, name));
    } else if (!absent) {
      draft.warn(Warnings.kept(pointer, name));
    }
  }

  /** API_BLANK counts as nothing when Fortnox is read; a caller who sends it made a mistake. */
  private static boolean isReserved(JsonNode given) {
    return given.isTextual() && Fortnox.isReserved(given.asText().strip());
  }

  @Override
  public Stream<Column> columns() {
    return Stream.of(column);
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return new FieldDescription(
        name,
        column.codec().type(),
        column.codec().format(),
        column.max(),
        column.required(),
        column.access() == Column.Access.READ_ONLY,
        false,
        column.access() == Column.Access.CREATE_ONLY,
        column.clearable(),
        listed.contains(column.place().name()),
        column.codec().values(),
        column.places().map(FortnoxPath::name).toList(),
        "",
        List.of());
  }
}
