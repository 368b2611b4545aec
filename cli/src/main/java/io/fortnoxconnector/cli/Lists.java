package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads lists to their end, part by part. */
final class Lists {

  private Lists() {}

  /**
   * Hands over each entity of a list.
   *
   * @param most where to stop
   */
  static void read(
      Connector company,
      String list,
      Map<String, String> filters,
      int perPart,
      long most,
      Consumer<JsonNode> each) {
    var query = new LinkedHashMap<>(filters);
    query.put("limit", Long.toString(Math.min(perPart, most)));
    long left = most;
    while (true) {
      Connector.Answer part = company.get("/accounting/" + list + "?" + text(query));
      for (JsonNode entity : part.data()) {
        if (left-- > 0) {
          each.accept(entity);
        }
      }
      String after = part.json().at("/meta/after").asText("");
      // A list that goes on growing has a cursor at its end too.
      if (after.isEmpty() || after.equals("null") || left <= 0 || part.data().isEmpty()) {
        return;
      }
      query.put("after", after);
    }
  }

  private static String text(Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            parameter ->
                Connector.encoded(parameter.getKey())
                    + "="
                    + Connector.encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }
}
