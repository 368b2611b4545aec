package io.fortnoxconnector.translation;

import java.util.Map;
import java.util.Optional;

/** A query parameter of the unified list and what it becomes at Fortnox. */
interface Filter {

  /** Adds Fortnox's query parameters, or says what is wrong with the value, in one sentence. */
  Optional<String> translate(String value, Map<String, String> query);

  FilterDescription described();
}
