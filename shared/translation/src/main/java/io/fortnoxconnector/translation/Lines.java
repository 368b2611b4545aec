package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lines of a document, each of which can be read and changed by itself.
 *
 * <p>Fortnox exchanges a document's rows as a whole: one that an update doesn't name is removed. So
 * a change of lines is kept as such, and becomes an update only when the document is at hand as it
 * is then: {@link #merged}.
 */
public final class Lines {
  /** Marks a change that leaves alone the lines that it doesn't name. */
  private static final String OTHERS_STAY = "@othersStay";

  private final RowsPart rows;
  private final LineIds ids;

  Lines(RowsPart rows, LineIds ids) {
    this.rows = rows;
    this.ids = ids;
  }

  /** The unified field that holds the lines, such as {@code lineItems}. */
  public String field() {
    return rows.name();
  }

  /** The line's field that holds its id. */
  public String idField() {
    return ids.name();
  }

  /** Whether a line can have such an id. */
  public static boolean isId(String id) {
    return LineIds.isId(JsonNodeFactory.instance.textNode(id));
  }

  /** A line at the end, as a change of the document. */
  public Translated added(ObjectNode line) {
    return change(line, WriteMode.CREATE, "0");
  }

  /**
   * A change of one line, as a change of the document.
   *
   * @param mode REPLACE or PATCH
   */
  public Translated changed(String id, ObjectNode line, WriteMode mode) {
    return change(line, mode, id);
  }

  /** A change of the document that takes one line out. */
  public Translated removed(String id) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.put(OTHERS_STAY, true);
    change.putArray(rows.fortnoxList()).add(LineIds.gone(id));
    return new Translated.Accepted(change, Map.of(), List.of());
  }

  private Translated change(ObjectNode line, WriteMode mode, String id) {
    Draft draft = new Draft(mode);
    ObjectNode row = rows.row(line, "", mode, draft);
    return switch (draft.finished()) {
      case Translated.Rejected rejected -> rejected;
      case Translated.Accepted(_, _, var warnings) -> {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.put(OTHERS_STAY, true);
        change.putArray(rows.fortnoxList()).add(LineIds.at(id, row));
        yield new Translated.Accepted(change, Map.of(), warnings);
      }
    };
  }

  /** Whether what is to be sent needs the document as it is. */
  public boolean isChange(ObjectNode entity) {
    return entity.path(rows.fortnoxList()).valueStream().anyMatch(LineIds::isMarked);
  }

  /** What a change of lines came to. */
  public sealed interface Merged {}

  /** The update to send. It names every row that stays. */
  public record Update(ObjectNode entity) implements Merged {}

  /** The change can't be made to the document as it is; one English sentence says why. */
  public record Impossible(String why) implements Merged {}

  /** The update that makes a change to a document. */
  public Merged merged(ObjectNode document, ObjectNode change) {
    JsonNode current = document.path(rows.fortnoxList());
    List<ObjectNode> wanted = new ArrayList<>();
    List<Integer> named = new ArrayList<>();
    for (JsonNode marked : change.path(rows.fortnoxList())) {
      int place = LineIds.placeOf(marked, current.size());
      if (place > current.size()) {
        return new Impossible(
            "There is no line " + place + "; the document has " + current.size() + ".");
      }
      if (place > 0 && named.contains(place)) {
        return new Impossible("Line " + place + " is named more than once.");
      }
      named.add(place);
      wanted.add(LineIds.unmarked(marked));
    }
    ArrayNode rowsToSend = JsonNodeFactory.instance.arrayNode();
    if (change.path(OTHERS_STAY).asBoolean()) {
      for (int place = 1; place <= current.size(); place++) {
        int at = named.indexOf(place);
        boolean gone = at >= 0 && LineIds.isGone(change.path(rows.fortnoxList()).get(at));
        if (!gone) {
          ObjectNode fields = at < 0 ? JsonNodeFactory.instance.objectNode() : wanted.get(at);
          rowsToSend.add(update(current.get(place - 1), fields));
        }
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (named.get(i) == 0) {
          rowsToSend.add(created(wanted.get(i)));
        }
      }
    } else {
      for (int i = 0; i < wanted.size(); i++) {
        int place = named.get(i);
        rowsToSend.add(
            place == 0 ? created(wanted.get(i)) : update(current.get(place - 1), wanted.get(i)));
      }
    }
    if (rowsToSend.isEmpty()) {
      return new Impossible("A document's last line can't be removed, only changed.");
    }
    ObjectNode update = change.deepCopy();
    update.remove(OTHERS_STAY);
    update.set(rows.fortnoxList(), rowsToSend);
    return new Update(update);
  }

  private ObjectNode update(JsonNode current, ObjectNode fields) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set(ids.rowId(), current.path(ids.rowId()));
    return row.setAll(fields);
  }

  /** Nothing has to be cleared in a new row. */
  private static ObjectNode created(ObjectNode fields) {
    fields.properties().removeIf(field -> Fortnox.isNothing(field.getValue()));
    return fields;
  }

  /**
   * Whether an update has certainly not been made: a row still has the id by which the update names
   * it, and every update gives all rows new ones.
   */
  public boolean isUntouched(ObjectNode document, ObjectNode update) {
    List<String> now = rowIds(document);
    List<String> then = rowIds(update);
    return then.isEmpty() ? now.isEmpty() : !Collections.disjoint(now, then);
  }

  /** Whether making an update to a document once more would change nothing further. */
  public boolean isRepeatable(ObjectNode document, ObjectNode update) {
    JsonNode sent = update.path(rows.fortnoxList());
    return rowIds(update).size() == sent.size()
        && document.path(rows.fortnoxList()).size() == sent.size();
  }

  private List<String> rowIds(ObjectNode document) {
    return document
        .path(rows.fortnoxList())
        .valueStream()
        .map(row -> row.path(ids.rowId()))
        .filter(id -> !Fortnox.isNothing(id))
        .map(JsonNode::asText)
        .collect(Collectors.toList());
  }

  /** One line of a document in the unified model. */
  public Optional<ObjectNode> line(ObjectNode unified, String id) {
    return unified
        .path(rows.name())
        .valueStream()
        .filter(line -> line.path(ids.name()).asText().equals(id))
        .map(ObjectNode.class::cast)
        .findFirst();
  }
}
