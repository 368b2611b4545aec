package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** In what is noted of an update: the rows that the document had, where they have no ids. */
  private static final String BEFORE = "@before";

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

  /**
   * The update to send. It names every row that stays.
   *
   * @param noted what a look-up needs to tell later whether it was made; {@link #sent} gives the
   *     update back
   */
  public record Update(ObjectNode entity, ObjectNode noted) implements Merged {}

  /** The change can't be made to the document as it is; one English sentence says why. */
  public record Impossible(String why) implements Merged {}

  /** The update that makes a change to a document. */
  public Merged merged(ObjectNode document, ObjectNode change) {
    List<JsonNode> current = rows.own().lines(document.path(rows.fortnoxList())).toList();
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
    List<ObjectNode> rowsToSend = new ArrayList<>();
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
    JsonNode before = document.path(rows.fortnoxList());
    Set<String> anew = rows.own().madeAnew(document, update, wanted);
    update.set(rows.fortnoxList(), woven(before, rowsToSend, anew));
    return new Update(update, ids.rowId() == null ? noted(update, before) : update);
  }

  /** Lines stand where lines stood, and Fortnox's own rows where they were. */
  private ArrayNode woven(JsonNode before, List<ObjectNode> lines, Set<String> anew) {
    ArrayNode woven = JsonNodeFactory.instance.arrayNode();
    Iterator<ObjectNode> next = lines.iterator();
    for (JsonNode row : before) {
      if (!rows.own().has(row)) {
        if (next.hasNext()) {
          woven.add(next.next());
        }
      } else if (!anew.contains(row.path(rows.own().code()).asText())) {
        woven.add(rows.whole(row));
      }
    }
    next.forEachRemaining(woven::add);
    return woven;
  }

  private ObjectNode update(JsonNode current, ObjectNode fields) {
    String rowId = ids.rowId();
    if (rowId == null) {
      return rows.whole(current).setAll(fields);
    }
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set(rowId, current.path(rowId));
    return row.setAll(fields);
  }

  /**
   * Nothing has to be cleared in a new row, except where it could come to stand in the place of an
   * old one.
   */
  private ObjectNode created(ObjectNode fields) {
    if (ids.rowId() == null) {
      return rows.whole(fields);
    }
    fields.properties().removeIf(field -> Fortnox.isNothing(field.getValue()));
    return fields;
  }

  private static ObjectNode noted(ObjectNode update, JsonNode before) {
    ObjectNode noted = update.deepCopy();
    noted.set(BEFORE, before);
    return noted;
  }

  /** The update that was sent, of what was noted of it. */
  public static ObjectNode sent(ObjectNode noted) {
    ObjectNode update = noted.deepCopy();
    update.remove(BEFORE);
    return update;
  }

  /**
   * Whether an update has certainly not been made: a row still has the id by which the update names
   * it, and every update gives all rows new ones. Where rows have no ids: they're what they were.
   */
  public boolean isUntouched(ObjectNode document, ObjectNode update) {
    if (ids.rowId() == null) {
      return new RowsCodec(rows.members(), null, OwnRows.NONE)
          .holds(document.path(rows.fortnoxList()), update.path(BEFORE));
    }
    List<String> now = rowIds(document);
    List<String> then = rowIds(update);
    return then.isEmpty() ? now.isEmpty() : !Collections.disjoint(now, then);
  }

  /** Whether making an update to a document once more would change nothing further. */
  public boolean isRepeatable(ObjectNode document, ObjectNode update) {
    JsonNode sent = update.path(rows.fortnoxList());
    JsonNode now = document.path(rows.fortnoxList());
    if (ids.rowId() == null) {
      return rows.own().lines(now).count() == rows.own().lines(sent).count();
    }
    return rowIds(update).size() == sent.size() && now.size() == sent.size();
  }

  private List<String> rowIds(ObjectNode document) {
    String rowId = Objects.requireNonNull(ids.rowId());
    return document
        .path(rows.fortnoxList())
        .valueStream()
        .map(row -> row.path(rowId))
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
