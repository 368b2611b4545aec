package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Answers.json;
import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.List;
import java.util.Optional;

/** {@code POST /accounting/<resource>/bulk}: several creations at once. */
final class BulkChapter implements Chapter {
  private static final int MOST = 100;

  private final TableSchemas schemas;

  BulkChapter(TableSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Optional<ApiOperation> operation(ApiRoute route) {
    List<String> segments = route.segments();
    return segments.size() == 3 && segments.getLast().equals("bulk")
        ? Resources.named(segments.get(1)).map(resource -> several(route, resource))
        : Optional.empty();
  }

  private ApiOperation several(ApiRoute route, Resource resource) {
    ObjectNode key = object("name", "Idempotency-Key", "in", "header", "required", true);
    key.put("description", "A request that was cut off is sent again with the same.");
    key.set("schema", object("type", "string", "pattern", "^[!#-~]{1,250}$"));
    ObjectNode body = object("type", "array", "minItems", 1, "maxItems", MOST);
    body.set("items", schemas.create(resource));
    return new ApiOperation(
            route,
            "createSeveral" + Names.capital(resource.name()),
            resource.name(),
            "Creates several " + Names.words(resource.name()))
        .description("Checked together, then accepted one by one in their order.")
        .keys(Keys.COMPANY)
        .parameter(key)
        .body(body)
        .answer(
            202, json("Accepted, not done yet.", schema("SeveralAcceptedAnswer"), "Retry-After"))
        .problems(List.of(403, 405, 409, 422, 429, 503));
  }
}
