package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a resource: the way from the unified model to Fortnox and back.
 *
 * @param rules what a body must fulfil as a whole
 * @param rows resources of Fortnox's whose rows show as fields of this one
 * @param listRow what of an entity its list carries
 */
record FieldTable(Members members, List<Rule> rules, List<Rows> rows, ListRow listRow) {

  Translated toFortnox(ObjectNode unified, WriteMode mode) {
    Draft draft = new Draft(mode);
    members.refuseUnknown(unified, "", Set.of(), draft);
    members.write(unified, "", draft);
    rules.forEach(rule -> rule.check(draft));
    return draft.finished();
  }

  Unified fromFortnox(ObjectNode entity, Map<String, List<ObjectNode>> itsRows) {
    return unified(new Reading(entity, itsRows, false));
  }

  Unified fromListRow(ObjectNode row) {
    Reading reading = new Reading(listRow.named(row), Map.of(), true);
    if (!listRowsAreWhole()) {
      reading.warnings().add(Warnings.partialRow());
    }
    return unified(reading);
  }

  private boolean listRowsAreWhole() {
    return rows.isEmpty()
        && members.columns().allMatch(column -> listRow.fields().contains(column.place().name()));
  }

  private Unified unified(Reading reading) {
    ObjectNode data = reading.entity().objectNode();
    members.read(reading, "", data);
    return new Unified(data, List.copyOf(reading.warnings()));
  }

  boolean holds(ObjectNode entity, ObjectNode sent) {
    return members.hold(entity, sent);
  }

  List<FieldDescription> described() {
    return members.described(listRow.fields());
  }
}
