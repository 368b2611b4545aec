package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.translation.Lookup;
import io.fortnoxconnector.translation.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks in Fortnox's lists for entities that have a field's value. */
final class Search {

  private final FortnoxGateway gateway;

  Search(FortnoxGateway gateway) {
    this.gateway = gateway;
  }

  /** What the look came to. */
  sealed interface Result {}

  record Listed(List<Candidate> candidates) implements Result {}

  /** More than one page of what Fortnox takes for alike. */
  record TooMany() implements Result {}

  record Unanswered(CallOutcome outcome) implements Result {}

  /**
   * One that may have it.
   *
   * @param shown whether the list says that it does; else only the entity tells
   */
  record Candidate(String id, boolean shown) {}

  /**
   * Those that have what {@code entity} has in the lookup's field, or may have it.
   *
   * @param more further parameters of the list
   */
  Result of(
      Lookup lookup,
      ObjectNode entity,
      Map<String, String> more,
      Resource resource,
      Connection connection,
      Deadline deadline) {
    var query = new LinkedHashMap<>(resource.query(entity));
    lookup
        .query()
        .forEach(
            (parameter, field) -> {
              String value = entity.path(field).asText();
              if (!value.isEmpty()) {
                query.put(parameter, value);
              }
            });
    query.putAll(more);
    query.put("limit", "500");
    CallOutcome listed =
        gateway.repeatable(
            connection, resource.scope(), ResourceCalls.list(resource, query), deadline);
    if (!(listed instanceof CallOutcome.Answered(var document, _))) {
      return new Unanswered(listed);
    }
    if (document.path("MetaInformation").path("@TotalPages").asInt(1) > 1) {
      return new TooMany();
    }
    String wanted = entity.path(lookup.fortnoxField()).asText();
    var candidates = new ArrayList<Candidate>();
    for (JsonNode row : document.path(resource.listKey())) {
      // Fortnox's search is "contains": equality is ours to check.
      JsonNode value = row.path(lookup.fortnoxField());
      if (value.isMissingNode() || value.asText().equalsIgnoreCase(wanted)) {
        candidates.add(new Candidate(resource.idOf(row), !value.isMissingNode()));
      }
    }
    return new Listed(candidates);
  }
}
