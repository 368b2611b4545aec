package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.tasks.BulkDesk;
import io.fortnoxconnector.connector.tasks.MatchBy;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code POST /accounting/<resource>/bulk}: many creations at once. */
final class BulkChapter implements Chapter {
  private final TableSchemas schemas;

  BulkChapter(TableSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Optional<ApiOperation> operation(ApiRoute route) {
    List<String> segments = route.segments();
    return segments.size() == 3 && segments.getLast().equals("bulk")
        ? Resources.named(segments.get(1)).map(resource -> many(route, resource))
        : Optional.empty();
  }

  private ApiOperation many(ApiRoute route, Resource resource) {
    ObjectNode key = object("name", "Idempotency-Key", "in", "header", "required", true);
    key.put("description", "A request that was cut off is sent again with the same.");
    key.set("schema", object("type", "string", "pattern", "^[!#-~]{1,255}$"));
    ObjectNode onError = object("name", "onError", "in", "query");
    onError.put(
        "description",
        "Where some rows are wrong: `reject` stores nothing and says what is wrong with all,"
            + " `continue` lets them fail and carries out the others.");
    ObjectNode choice = object("type", "string", "default", "reject");
    choice.putArray("enum").add("reject").add("continue");
    onError.set("schema", choice);
    ApiOperation operation =
        new ApiOperation(
                route,
                "createMany" + Names.capital(resource.name()),
                resource.name(),
                "Creates many " + Names.words(resource.name()))
            .description(
                "One task for all: its `bulk` says how far it is, its `rows` what became of each. They're"
                    + " carried out in their order; other writes of the company overtake them. The columns"
                    + " of a table are named by fields, those inside others by the way to them, as in"
                    + " `addresses.BILLING.city`. A problem's pointer begins with the row, from 0.")
            .keys(Keys.COMPANY)
            .parameter(key)
            .parameter(onError)
            .common("companyId", "environmentName")
            .requestBody(body(resource))
            .answer(202, reference("responses", "Accepted"))
            .problems(List.of(403, 405, 409, 422, 429, 503));
    List<MatchBy> possible =
        Arrays.stream(MatchBy.values()).filter(by -> by.isPossible(resource)).toList();
    return possible.isEmpty() ? operation : operation.parameter(matchBy(possible));
  }

  private static ObjectNode matchBy(List<MatchBy> possible) {
    ObjectNode parameter = object("name", "matchBy", "in", "query");
    parameter.put(
        "description",
        "By what it's known that a row's entity is there already: then it's changed. Each row costs"
            + " one more request of Fortnox's limit.");
    ObjectNode choice = object("type", "string");
    choice
        .putArray("enum")
        .addAll(possible.stream().map(by -> (JsonNode) choice.textNode(by.text())).toList());
    parameter.set("schema", choice);
    return parameter;
  }

  private ObjectNode body(Resource resource) {
    ObjectNode rows = object("type", "array", "minItems", 1, "maxItems", BulkDesk.MOST_ROWS);
    rows.set("items", schemas.create(resource));
    ObjectNode text = object("type", "string");
    ObjectNode content = object("application/json", object("schema", rows));
    content.set("application/x-ndjson", object("schema", text));
    content.set("text/csv", object("schema", text));
    ObjectNode body = object("required", true);
    body.put("description", "5 MB at most.");
    body.set("content", content);
    return body;
  }
}
