package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;

/** One operation of the document, as it's put together. */
final class ApiOperation {
  private final ApiRoute route;
  private final ObjectNode json;
  private final ArrayNode parameters;
  private final ObjectNode answers;
  private final TreeSet<Integer> problems = new TreeSet<>();

  ApiOperation(ApiRoute route, String id, String tag, String summary) {
    this.route = route;
    this.json = object("operationId", id, "tags", List.of(tag), "summary", summary);
    this.parameters = json.arrayNode();
    this.answers = json.objectNode();
    problems.add(500);
  }

  ApiOperation description(String text) {
    if (!text.isBlank()) {
      json.put("description", text);
    }
    return this;
  }

  /** Whose keys it takes. */
  ApiOperation keys(Keys keys) {
    json.set("security", keys.requirement());
    problems.addAll(keys.problems());
    return this;
  }

  /** The parameters of the path, which all are texts. */
  ApiOperation pathParameters() {
    route
        .parameters()
        .forEach(
            name ->
                parameters.add(
                    object(
                        "name", name, "in", "path", "required", true, "schema", pathSchema(name))));
    return this;
  }

  private static ObjectNode pathSchema(String name) {
    return name.equals("lineItemId")
        ? object("type", "string", "pattern", "^[1-9][0-9]{0,3}$")
        : object("type", "string", "minLength", 1, "maxLength", 100);
  }

  ApiOperation parameter(ObjectNode parameter) {
    parameters.add(parameter);
    return this;
  }

  /** Parameters among the components. */
  ApiOperation common(String... names) {
    for (String name : names) {
      parameters.add(reference("parameters", name));
    }
    return this;
  }

  ApiOperation body(ObjectNode schema) {
    optionalBody(schema);
    json.withObjectProperty("requestBody").put("required", true);
    return this;
  }

  ApiOperation optionalBody(ObjectNode schema) {
    return requestBody(object("content", object("application/json", object("schema", schema))));
  }

  /** A body of other kinds too, as OpenAPI writes it. */
  ApiOperation requestBody(ObjectNode written) {
    json.set("requestBody", written);
    return problems(Answers.OF_BODIES);
  }

  /** A body that need not be there and has nothing to say. */
  ApiOperation emptyBody() {
    return optionalBody(object("type", "object", "additionalProperties", false));
  }

  ApiOperation answer(int status, ObjectNode answer) {
    answers.set(Integer.toString(status), answer);
    return this;
  }

  ApiOperation problems(List<Integer> statuses) {
    problems.addAll(statuses);
    return this;
  }

  ObjectNode json() {
    ObjectNode whole = json.deepCopy();
    if (!parameters.isEmpty()) {
      whole.set("parameters", parameters);
    }
    ObjectNode body = (ObjectNode) whole.remove("requestBody");
    if (body != null) {
      whole.set("requestBody", body);
    }
    ObjectNode all = answers.deepCopy();
    problems.forEach(
        status -> all.set(Integer.toString(status), reference("responses", Answers.name(status))));
    whole.set("responses", all);
    return whole;
  }
}
