package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Answers.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Routes that no field table tells about, from routes.yaml. A route's entry there has {@code id},
 * {@code tag}, {@code keys}, {@code summary} and, where there are, {@code description}, {@code
 * parameters}, {@code common} parameters, {@code isWrite} for what becomes a task, {@code answers},
 * {@code problems}, and one of {@code body} and {@code optionalBody}, which are schemas of JSON,
 * and {@code requestBody}, which is OpenAPI's.
 */
final class WrittenChapter implements Chapter {
  private final ObjectNode routes = Nodes.resource("routes.yaml");
  private final Components components;

  WrittenChapter(Components components) {
    this.components = components;
  }

  @Override
  public Optional<ApiOperation> operation(ApiRoute route) {
    return Optional.ofNullable(routes.get(route.key())).map(written -> operation(route, written));
  }

  private ApiOperation operation(ApiRoute route, JsonNode written) {
    ApiOperation operation =
        new ApiOperation(
                route,
                written.path("id").asText(),
                written.path("tag").asText(),
                written.path("summary").asText())
            .description(written.path("description").asText())
            .keys(Keys.named(written.path("keys").asText()))
            .pathParameters();
    written.path("parameters").forEach(one -> operation.parameter((ObjectNode) one));
    texts(written.path("common")).forEach(operation::common);
    if (written.path("isWrite").asBoolean()) {
      EntityChapter.write(operation);
    }
    JsonNode body = written.path("body");
    if (body.isObject()) {
      operation.body((ObjectNode) body);
    }
    if (written.path("requestBody").isObject()) {
      operation.requestBody((ObjectNode) written.path("requestBody"));
    }
    if (written.path("optionalBody").isObject()) {
      operation.optionalBody((ObjectNode) written.path("optionalBody"));
    }
    written
        .path("answers")
        .properties()
        .forEach(
            answer ->
                operation.answer(
                    Integer.parseInt(answer.getKey()),
                    answer(written.path("id").asText(), answer.getValue())));
    return operation.problems(numbers(written.path("problems")));
  }

  /** {@code data} is what the envelope holds; without it, the answer stands there as it is. */
  private ObjectNode answer(String id, JsonNode answer) {
    if (!answer.has("data")) {
      return (ObjectNode) answer;
    }
    String name = answer.path("name").asText(Names.capital(id) + "Answer");
    return json(
        answer.path("description").asText("Done."),
        components.envelope(name, (ObjectNode) answer.path("data")),
        texts(answer.path("headers")).toArray(String[]::new));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<Integer> numbers(JsonNode list) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(number -> numbers.add(number.asInt()));
    return numbers;
  }
}
