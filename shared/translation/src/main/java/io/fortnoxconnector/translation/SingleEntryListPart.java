package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A list here of which Fortnox keeps one entry.
 *
 * @param note says so, and what a second entry is told
 */
record SingleEntryListPart(String name, Members members, String note) implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    ArrayNode list = into.arrayNode();
    ObjectNode entry = into.objectNode();
    if (members.read(from, Pointers.child(pointer, 0), entry)) {
      list.add(entry);
    }
    into.set(name, from.saysNothingOf(members) ? into.nullNode() : list);
    return !list.isEmpty();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    String first = Pointers.child(pointer, 0);
    boolean patched = draft.mode() == WriteMode.PATCH;
    if (given.isMissingNode() || given.isNull()) {
      members.write(given.isNull() && patched ? given : MissingNode.getInstance(), first, draft);
    } else if (!given.isArray()) {
      draft.problem(Problems.wrongShape(pointer, name, "an array"));
    } else if (given.isEmpty() && patched) {
      draft.warn(Warnings.emptyList(pointer));
    } else if (given.isEmpty()) {
      members.write(MissingNode.getInstance(), first, draft);
    } else if (given.size() > 1) {
      draft.problem(new FieldProblem(Pointers.child(pointer, 1), "field-invalid", note));
    } else if (!given.get(0).isObject()) {
      draft.problem(Problems.wrongShape(first, name + " 0", "an object"));
    } else {
      members.refuseUnknown(given.get(0), first, Set.of(), draft);
      members.write(given.get(0), first, draft);
    }
  }

  @Override
  public Stream<Column> columns() {
    return members.columns();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.object(name, "array", false, note, members.described(listed));
  }
}
