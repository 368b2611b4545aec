package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the entities at one of Fortnox's addresses a resource is about: of invoices, say, those
 * that are credit notes.
 *
 * @param place a field that tells
 * @param value what it holds
 * @param queryParameter the list's parameter that asks for them; null where Fortnox has none and
 *     its lists have to be sifted
 */
record PartOfResource(FortnoxPath place, String value, @Nullable String queryParameter) {

  boolean has(JsonNode entity) {
    return place.in(entity).asText().equals(value);
  }

  FilterTranslation narrowed(FilterTranslation filters) {
    if (queryParameter == null) {
      return filters;
    }
    return switch (filters) {
      case FilterTranslation.Accepted(var query) -> {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.put(queryParameter, value);
        yield new FilterTranslation.Accepted(all);
      }
      case FilterTranslation.Rejected rejected -> rejected;
    };
  }
}
