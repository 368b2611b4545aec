package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A unified body in Fortnox's terms, or why it can't be. */
public sealed interface Translated {

  /**
   * What to send to Fortnox.
   *
   * @param entity Fortnox's fields, without the wrapper key
   * @param rows desired rows of dependent resources by the unified field's name, only for fields
   *     that the body had
   */
  record Accepted(ObjectNode entity, Map<String, List<ObjectNode>> rows, List<Warning> warnings)
      implements Translated {}

  /** All problems at once. */
  record Rejected(List<FieldProblem> problems) implements Translated {}
}
