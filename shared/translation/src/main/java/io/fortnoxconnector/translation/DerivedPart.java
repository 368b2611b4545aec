package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A word of the unified model's that follows from several of Fortnox's fields and can't be written.
 *
 * @param word the word for an entity
 * @param note what it follows from, and what changes it
 */
record DerivedPart(String name, List<String> values, Function<ObjectNode, String> word, String note)
    implements ShownPart {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    into.set(name, TextNode.valueOf(word.apply(from.entity())));
    return true;
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.withoutFortnox(name, "string", true, values, note);
  }
}
