package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object here whose members may stand anywhere in Fortnox's entity.
 *
 * @param writeOnly whether it's another spelling of a field that shows under a different name
 */
record ObjectPart(String name, Members members, boolean writeOnly, String note) implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    if (writeOnly) {
      return false;
    }
    ObjectNode object = into.objectNode();
    boolean found = members.read(from, pointer, object);
    into.set(name, found ? object : into.nullNode());
    return found;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (given.isNull() && draft.mode() != WriteMode.PATCH) {
      members.write(MissingNode.getInstance(), pointer, draft);
    } else if (given.isMissingNode() || given.isNull()) {
      members.write(given, pointer, draft);
    } else if (given.isObject()) {
      members.refuseUnknown(given, pointer, Set.of(), draft);
      members.write(given, pointer, draft);
    } else {
      draft.problem(Problems.wrongShape(pointer, name, "an object"));
    }
  }

  @Override
  public Stream<Column> columns() {
    return members.columns();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.object(name, "object", writeOnly, note, members.described(listed));
  }
}
