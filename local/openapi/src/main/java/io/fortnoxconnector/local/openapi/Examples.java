package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Requests that show how an operation is called; a test sends them, in their order. */
record Examples(List<Example> all) {

  /**
   * A request.
   *
   * @param name a word for it
   * @param summary what it shows
   * @param path the values of the path's parameters, by their names
   * @param query the values of the query's
   * @param body a missing node for none
   * @param status that answers it
   */
  record Example(
      ApiRoute route,
      String name,
      String summary,
      JsonNode path,
      JsonNode query,
      JsonNode body,
      int status) {}

  static Examples read() {
    List<Example> all = new ArrayList<>();
    Nodes.resource("examples.yaml")
        .path("requests")
        .forEach(
            one ->
                all.add(
                    new Example(
                        ApiRoute.of(one.path("route").asText()),
                        one.path("name").asText(),
                        one.path("summary").asText(),
                        one.path("path"),
                        one.path("query"),
                        one.path("body"),
                        one.path("status").asInt())));
    return new Examples(List.copyOf(all));
  }

  /** Bodies by their names, and the first request's parameters. */
  void addTo(ObjectNode operation, ApiRoute route) {
    for (Example example : all) {
      if (example.route().equals(route)) {
        addBody(operation, example);
        operation.path("parameters").forEach(one -> addValue(one, example));
      }
    }
  }

  private static void addBody(ObjectNode operation, Example example) {
    JsonNode media = operation.at("/requestBody/content/application~1json");
    if (media instanceof ObjectNode json && example.body().isObject()) {
      json.withObjectProperty("examples")
          .set(example.name(), object("summary", example.summary(), "value", example.body()));
    }
  }

  private static void addValue(JsonNode parameter, Example example) {
    JsonNode values =
        parameter.path("in").asText().equals("path") ? example.path() : example.query();
    JsonNode value = values.path(parameter.path("name").asText());
    if (!value.isMissingNode() && !parameter.has("example")) {
      ((ObjectNode) parameter).set("example", value);
    }
  }
}
