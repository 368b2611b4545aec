package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Rows as Fortnox has them, which another field of the table writes, or nothing does.
 *
 * @param rows with members that can only be read
 */
record ShownRowsPart(RowsPart rows) implements ShownPart {

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    return rows.read(from, pointer, into);
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return rows.described(listed);
  }
}
