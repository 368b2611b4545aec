package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A value of the unified model's that follows from several of Fortnox's fields and can't be
 * written.
 *
 * @param values the words that it can be; none where it's no word
 * @param from Fortnox's fields without which there's no telling, as in lists that lack them
 * @param value the value for an entity
 * @param note what it follows from, and what changes it
 */
record DerivedPart(
    String name,
    String type,
    List<String> values,
    List<String> from,
    Function<ObjectNode, JsonNode> value,
    String note)
    implements ShownPart {

  @Override
  public boolean read(Reading reading, String pointer, ObjectNode into) {
    if (!from.stream().allMatch(reading.entity()::has)) {
      into.set(name, Fortnox.NOTHING);
      return false;
    }
    JsonNode derived = value.apply(reading.entity());
    into.set(name, derived);
    return !derived.isNull();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.withoutFortnox(name, type, listed.containsAll(from), values, note);
  }
}
