package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Who may call an operation, by the keys of the request. */
enum Keys {
  NONE,
  ADMIN,
  VENDOR,
  COMPANY;

  static Keys named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private List<String> schemes() {
    return switch (this) {
      case NONE -> List.of();
      case ADMIN -> List.of("adminKey");
      case VENDOR -> List.of("apiKey");
      case COMPANY -> List.of("apiKey", "accountKey");
    };
  }

  /** OpenAPI's list of alternatives: one, of all the keys together. */
  ArrayNode requirement() {
    ObjectNode together = object();
    schemes().forEach(together::putArray);
    ArrayNode alternatives = together.arrayNode();
    return together.isEmpty() ? alternatives : alternatives.add(together);
  }

  List<Integer> problems() {
    return this == NONE ? List.of() : List.of(401);
  }
}
