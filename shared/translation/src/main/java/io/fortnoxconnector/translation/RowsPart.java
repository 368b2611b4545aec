package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of objects that is one in Fortnox's entity too: the rows of a voucher, the lines of an
 * invoice.
 *
 * <p>The list that a body gives is the whole list, on PATCH too. Where its rows can be told apart
 * ({@link LineIds}), a change says which one is meant; else all rows are new ones.
 *
 * @param fortnoxList the field that holds the rows
 * @param ids null where rows are only ever replaced together
 * @param own rows of Fortnox's that the list doesn't show
 * @param note what a user should know of the list
 */
record RowsPart(
    String name,
    String fortnoxList,
    @Nullable LineIds ids,
    OwnRows own,
    Members members,
    String note)
    implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    JsonNode rows = from.entity().path(fortnoxList);
    if (!rows.isArray()) {
      into.set(name, Fortnox.NOTHING);
      return false;
    }
    ArrayNode list = into.putArray(name);
    for (JsonNode row : own.lines(rows).toList()) {
      ObjectNode line = list.addObject();
      if (ids != null) {
        line.put(ids.name(), LineIds.at(list.size()));
      }
      String at = Pointers.child(pointer, list.size() - 1);
      members.read(
          new Reading((ObjectNode) row, Map.of(), from.partial(), from.warnings()), at, line);
    }
    return !list.isEmpty();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (given.isMissingNode() || (given.isNull() && draft.mode() == WriteMode.CREATE)) {
      return; // an entity keeps its rows
    }
    if (given.isNull()) {
      keep(pointer, draft);
    } else if (!given.isArray()) {
      draft.problem(Problems.wrongShape(pointer, name, "an array"));
    } else if (given.isEmpty() && draft.mode() == WriteMode.PATCH) {
      draft.warn(Warnings.nothingGiven(pointer));
    } else if (given.isEmpty() && ids != null && draft.mode() == WriteMode.REPLACE) {
      keep(pointer, draft);
    } else {
      draft.set(place(), pointer, rows(given, pointer, draft));
    }
  }

  /** Rows can be exchanged, but not all be taken away. */
  private void keep(String pointer, Draft draft) {
    if (draft.mode() == WriteMode.PATCH) {
      draft.problem(Problems.notClearable(pointer, name));
    } else {
      draft.warn(Warnings.kept(pointer, name));
    }
  }

  private ArrayNode rows(JsonNode given, String pointer, Draft draft) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    LineIds lines = draft.mode() == WriteMode.CREATE ? null : ids;
    boolean named = lines != null && given.valueStream().anyMatch(lines::isIn);
    for (int i = 0; i < given.size(); i++) {
      String at = Pointers.child(pointer, i);
      if (!given.get(i).isObject()) {
        draft.problem(Problems.wrongShape(at, "A row of " + name, "an object"));
      } else if (lines == null) {
        rows.add(row(given.get(i), at, WriteMode.CREATE, draft));
      } else if (!named) {
        rows.add(LineIds.inPlace(i + 1, row(given.get(i), at, draft.mode(), draft)));
      } else {
        rows.add(change(lines, given.get(i), at, draft));
      }
    }
    return rows;
  }

  private ObjectNode change(LineIds lines, JsonNode given, String pointer, Draft draft) {
    JsonNode id = given.path(lines.name());
    if (Fortnox.isNothing(id)) {
      return LineIds.newLine(row(given, pointer, WriteMode.CREATE, draft));
    }
    if (!LineIds.isId(id)) {
      String flaw = "isn't a line's id; they're \"1\", \"2\" and so on";
      draft.problem(
          Problems.invalid(Pointers.child(pointer, lines.name()), lines.name(), id, flaw));
    }
    return LineIds.at(id.asText(), row(given, pointer, draft.mode(), draft));
  }

  /** One row in Fortnox's terms; what is wrong with it is noted in the draft of the whole. */
  ObjectNode row(JsonNode given, String pointer, WriteMode mode, Draft draft) {
    Draft row = draft.ofRow(mode);
    Set<String> alsoKnown = ids == null ? Set.of() : Set.of(ids.name());
    members.refuseUnknown(given, pointer, alsoKnown, row);
    if (ids != null && mode == WriteMode.CREATE && !Fortnox.isNothing(given.path(ids.name()))) {
      row.warn(Warnings.readOnly(Pointers.child(pointer, ids.name()), ids.name()));
    }
    members.write(given, pointer, row);
    return row.entity();
  }

  /** A row that says all that can be said of it: what it hasn't got is emptied. */
  ObjectNode whole(JsonNode row) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    members
        .columns()
        .filter(column -> column.takes(WriteMode.REPLACE))
        .forEach(
            column -> {
              JsonNode held = column.place().in(row);
              JsonNode said = column.codec().isNothing(held) ? column.codec().nothing() : held;
              column.place().put(whole, said);
            });
    return whole;
  }

  FortnoxPath place() {
    return FortnoxPath.of(fortnoxList);
  }

  @Override
  public Stream<Column> columns() {
    return Stream.of(new Column(fortnoxList, new RowsCodec(members, ids, own)));
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    List<FieldDescription> described =
        members.described(Set.of()).stream()
            .map(member -> Descriptions.within(fortnoxList, member))
            .toList();
    List<FieldDescription> all =
        ids == null
            ? described
            : Stream.concat(Stream.of(LineIds.described(ids.name())), described.stream()).toList();
    return Descriptions.object(name, "array", false, note, all);
  }
}
