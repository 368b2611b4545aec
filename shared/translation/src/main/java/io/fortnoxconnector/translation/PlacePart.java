package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A row's place in its list, from 1: all that tells it from the others where rows have no ids. */
record PlacePart(String name, String note) implements ShownPart {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    String row = pointer.substring(0, pointer.lastIndexOf('/'));
    int index = Integer.parseInt(row.substring(row.lastIndexOf('/') + 1));
    into.put(name, Integer.toString(index + 1));
    return false;
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.withoutFortnox(name, "string", false, List.of(), note);
  }
}
