package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.List;
import java.util.Optional;

/**
 * Exchanges a record's rows. Where one that is sent has a {@code RowId}, those with one change the
 * row that has it and the others are new; else each changes the row in its place, and what it
 * leaves out stays. Rows that nothing is sent for go.
 */
final class RowWriter {

  private static final String ROW_ID = "RowId";

  private final Field field;
  private final Writer writer;

  RowWriter(Field field, Writer writer) {
    this.field = field;
    this.writer = writer;
  }

  Optional<Refusal> set(JsonNode value, ObjectNode record) {
    if (!(value instanceof ArrayNode sent)) {
      return Optional.of(Refusal.wrongStructure());
    }
    var old = record.path(field.name);
    if (sent.isEmpty() && !old.isEmpty()) {
      return Optional.of(Refusal.rowsMissing(field.name));
    }
    var byId = sent.valueStream().anyMatch(row -> row.hasNonNull(ROW_ID));
    var rows = FortnoxJson.object().putArray(field.name);
    for (var row : sent) {
      if (!(row instanceof ObjectNode input)) {
        return Optional.of(Refusal.wrongStructure());
      }
      var before = byId ? named(old, input) : Optional.of(old.path(rows.size()));
      if (before.isEmpty()) {
        return Optional.of(Refusal.noSuchRow());
      }
      var refusal = change(input, before.get(), rows.addObject());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    record.set(field.name, rows);
    return Optional.empty();
  }

  private Optional<Refusal> change(ObjectNode input, JsonNode before, ObjectNode row) {
    if (before instanceof ObjectNode known) {
      row.setAll(known.deepCopy());
    } else {
      Writer.withInitials(field.parts, row);
    }
    var changes = input.deepCopy();
    changes.remove(ROW_ID);
    return writer.change(field.parts, changes, row).or(() -> Writer.missing(field.parts, row));
  }

  /** A row without an id is a new one, which there's nothing of yet. */
  private static Optional<JsonNode> named(JsonNode old, ObjectNode input) {
    if (!input.hasNonNull(ROW_ID)) {
      return Optional.of(FortnoxJson.object().path(ROW_ID));
    }
    return old.valueStream()
        .filter(row -> row.path(ROW_ID).asText().equals(input.path(ROW_ID).asText()))
        .findFirst();
  }

  /** All rows get new ids whenever their document is updated (Fortnox's document). */
  static void renumber(Field field, ObjectNode record, Books books) {
    if (hasRowIds(field.parts)) {
      record.path(field.name).forEach(row -> ((ObjectNode) row).put(ROW_ID, books.nextRowId()));
    }
  }

  private static boolean hasRowIds(List<Field> parts) {
    return parts.stream().anyMatch(part -> part.name.equals(ROW_ID));
  }
}
