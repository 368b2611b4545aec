package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How an entity comes about that nobody can create by itself: an action of another entity makes it.
 *
 * @param source of what it's made
 * @param action makes it, and is proven by its number in the source
 * @param reference the field, of what is made, that has the source's number
 */
public record Making(Resource source, Action action, String reference) {

  /** Of which one an entity is to be made. */
  public String sourceOf(ObjectNode entity) {
    return entity.path(reference).asText();
  }

  /** The number of what was made, as the source has it. */
  public String madeOf(ObjectNode source) {
    return source.path(action.provenBy()).asText();
  }
}
