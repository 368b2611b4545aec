package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;

/** Unified filters as query parameters of a Fortnox list, or why they can't be. */
public sealed interface FilterTranslation {

  /** Query parameters by name; their values aren't encoded yet. */
  record Accepted(Map<String, String> query) implements FilterTranslation {}

  /** All problems at once; their pointers are the parameters' names. */
  record Rejected(List<FieldProblem> problems) implements FilterTranslation {}
}
