package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a document are told apart.
 *
 * <p>A line's id is its place in the list. Fortnox's own RowId wouldn't do: all rows get new ones
 * whenever the document is updated (Fortnox: "Updating document rows using RowId").
 *
 * @param name the id's field in the unified model
 * @param rowId Fortnox's field, by which an update names a row; null where rows have no ids and an
 *     update has to say all of each
 */
record LineIds(String name, @Nullable String rowId) {
  /** A row's place that must exist, in a change that waits to be merged. */
  private static final String LINE = "@line";

  /** A row's place, which becomes a new row where there are fewer. */
  private static final String PLACE = "@place";

  private static final String GONE = "@gone";

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,3}");

  static String at(int place) {
    return Integer.toString(place);
  }

  static boolean isId(JsonNode id) {
    return id.isTextual() && ID.matcher(id.textValue()).matches();
  }

  /** Whether a line says which one it is. */
  boolean isIn(JsonNode line) {
    return !Fortnox.isNothing(line.path(name));
  }

  static ObjectNode at(String id, ObjectNode row) {
    return row.put(LINE, id);
  }

  static ObjectNode newLine(ObjectNode row) {
    return at("0", row);
  }

  static ObjectNode inPlace(int place, ObjectNode row) {
    return row.put(PLACE, at(place));
  }

  /** The place of the line that a change is about; 0 for a new one. */
  static int placeOf(JsonNode change, int lines) {
    int place = change.path(PLACE).asInt();
    return change.has(LINE) ? change.path(LINE).asInt() : place > lines ? 0 : place;
  }

  /** In a change: the line is taken out. */
  static ObjectNode gone(String id) {
    return at(id, JsonNodeFactory.instance.objectNode().put(GONE, true));
  }

  static boolean isGone(JsonNode change) {
    return change.has(GONE);
  }

  static boolean isMarked(JsonNode row) {
    return row.has(LINE) || row.has(PLACE);
  }

  /** Without the marks, which Fortnox doesn't know. */
  static ObjectNode unmarked(JsonNode change) {
    ObjectNode row = change.deepCopy();
    row.remove(List.of(LINE, PLACE, GONE));
    return row;
  }

  ObjectNode withoutRowId(ObjectNode row) {
    ObjectNode copy = row.deepCopy();
    if (rowId != null) {
      copy.remove(rowId);
    }
    return copy;
  }

  static FieldDescription described(String name) {
    return new FieldDescription(
        name,
        "string",
        null,
        null,
        false,
        false,
        false,
        false,
        false,
        false,
        List.of(),
        List.of(),
        "The line's place in the list, from 1. In a change it says which line is meant; a line "
            + "without it is a new one, and one that no entry names is removed. Where no entry has "
            + "it, they're lines 1, 2, 3 and so on.",
        List.of());
  }
}
