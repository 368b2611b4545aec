package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * What the rows of a Fortnox list carry.
 *
 * @param fields by the names that they have in the single entity
 * @param otherNames fields that are called otherwise in lists: the entity's name by the list's
 */
record ListRow(Set<String> fields, Map<String, String> otherNames) {

  ObjectNode named(ObjectNode row) {
    ObjectNode renamed = row.deepCopy();
    otherNames.forEach(
        (listName, name) -> {
          if (row.has(listName) && !row.has(name)) {
            renamed.set(name, row.get(listName));
          }
        });
    return renamed;
  }
}
