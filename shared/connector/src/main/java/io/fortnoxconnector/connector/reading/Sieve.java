package io.fortnoxconnector.connector.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.translation.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list of some of Fortnox's entities, where Fortnox can only list all: it's read from its
 * beginning in the largest pages, and answers as if Fortnox had been asked for the part. That takes
 * a call for every 500 entities, so that filters save more here than elsewhere.
 */
final class Sieve implements Function<Map<String, String>, CallOutcome> {
  private static final int MOST_OF_A_PAGE = 500;

  private final Resource resource;
  private final Function<Map<String, String>, CallOutcome> ask;

  Sieve(Resource resource, Function<Map<String, String>, CallOutcome> ask) {
    this.resource = resource;
    this.ask = ask;
  }

  @Override
  public CallOutcome apply(Map<String, String> query) {
    int limit = number(query, "limit", MOST_OF_A_PAGE);
    int page = number(query, "page", 1);
    int from = number(query, "offset", (page - 1) * limit);
    var rows = new ArrayList<JsonNode>();
    for (int next = 1; ; next++) {
      CallOutcome outcome = ask.apply(large(query, next));
      if (!(outcome instanceof CallOutcome.Answered(var document, var left))) {
        return outcome;
      }
      document
          .path(resource.listKey())
          .valueStream()
          .filter(row -> row instanceof ObjectNode entity && resource.includes(entity))
          .forEach(rows::add);
      if (next >= document.path("MetaInformation").path("@TotalPages").asInt(1)) {
        return new CallOutcome.Answered(part(rows, from, limit), left);
      }
    }
  }

  private static Map<String, String> large(Map<String, String> query, int page) {
    var whole = new LinkedHashMap<>(query);
    whole.remove("offset");
    whole.put("page", Integer.toString(page));
    whole.put("limit", Integer.toString(MOST_OF_A_PAGE));
    return whole;
  }

  private ObjectNode part(List<JsonNode> rows, int from, int limit) {
    int begin = Math.min(from, rows.size());
    int end = Math.min(begin + limit, rows.size());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("MetaInformation")
        .put("@TotalResources", rows.size())
        .put("@TotalPages", Math.ceilDiv(rows.size(), limit))
        .put("@CurrentPage", from / limit + 1);
    document.putArray(resource.listKey()).addAll(rows.subList(begin, end));
    return document;
  }

  private static int number(Map<String, String> query, String parameter, int otherwise) {
    String text = query.get(parameter);
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
