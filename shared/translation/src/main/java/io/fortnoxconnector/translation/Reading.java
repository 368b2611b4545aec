package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Fortnox entity on its way into the unified model.
 *
 * @param rows its dependent rows by unified field; a field that isn't there wasn't asked for
 * @param partial whether the entity is a list row, where a missing field says nothing
 * @param warnings what couldn't be shown
 */
record Reading(
    ObjectNode entity,
    Map<String, List<ObjectNode>> rows,
    boolean partial,
    List<Warning> warnings) {

  Reading(ObjectNode entity, Map<String, List<ObjectNode>> rows, boolean partial) {
    this(entity, rows, partial, new ArrayList<>());
  }

  boolean saysNothingOf(Members members) {
    return partial && members.columns().noneMatch(column -> column.place().standsIn(entity));
  }
}
