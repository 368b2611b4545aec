package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A word of the unified model's that follows from several of Fortnox's fields and can't be written.
 *
 * @param from Fortnox's fields without which there's no telling, as in lists that lack them
 * @param word the word for an entity
 * @param note what it follows from, and what changes it
 */
record DerivedPart(
    String name,
    List<String> values,
    List<String> from,
    Function<ObjectNode, String> word,
    String note)
    implements ShownPart {

  @Override
  public boolean read(Reading reading, String pointer, ObjectNode into) {
    if (!from.stream().allMatch(reading.entity()::has)) {
      into.set(name, Fortnox.NOTHING);
      return false;
    }
    into.set(name, TextNode.valueOf(word.apply(reading.entity())));
    return true;
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.withoutFortnox(name, "string", listed.containsAll(from), values, note);
  }
}
