package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that an entity can be told to do, with no body: {@code bookkeep}, {@code email}.
 *
 * @param name in the unified path, after the entity's id
 * @param fortnoxName in Fortnox's path
 * @param sends whether something leaves for somebody, so that doing it twice does harm; Fortnox
 *     takes such actions as GET, others as PUT
 * @param provenBy the entity's field that the action sets: to true, or to another document's
 *     number; empty where no field tells, and doing it once more does no harm
 * @param note what it does, and when it can be done
 */
public record Action(String name, String fortnoxName, boolean sends, String provenBy, String note) {

  /** Whether an entity is as the action leaves it. */
  public boolean isDone(ObjectNode entity) {
    JsonNode proof = entity.path(provenBy);
    return !new ReferenceCodec().isNothing(proof) && !proof.asText().equals("false");
  }

  /** What of an entity tells whether the action was done. */
  public ObjectNode state(ObjectNode entity) {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.set(provenBy, entity.path(provenBy));
    return state;
  }
}
