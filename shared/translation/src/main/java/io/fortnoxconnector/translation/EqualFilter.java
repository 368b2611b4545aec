package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A search for a whole value, as Fortnox searches for codes. */
record EqualFilter(String name, String queryParameter) implements Filter {

  @Override
  public Optional<String> translate(String value, Map<String, String> query) {
    return new SearchFilter(name, queryParameter).translate(value, query);
  }

  @Override
  public FilterDescription described() {
    return new FilterDescription(name, List.of(), "Equals the value.");
  }
}
