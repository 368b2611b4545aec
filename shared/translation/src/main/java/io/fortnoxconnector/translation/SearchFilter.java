package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A search in one field. Fortnox finds the value anywhere in it, whatever the case. */
record SearchFilter(String name, String queryParameter) implements Filter {

  @Override
  public Optional<String> translate(String value, Map<String, String> query) {
    if (value.isBlank()) {
      return Optional.of(name + " needs a value to search for.");
    }
    if (value.contains("<") || value.contains(">")) {
      return Optional.of("Fortnox doesn't search for < and >.");
    }
    query.put(queryParameter, value.strip());
    return Optional.empty();
  }

  @Override
  public FilterDescription described() {
    return new FilterDescription(name, List.of(), "Contains the value, in capitals or not.");
  }
}
