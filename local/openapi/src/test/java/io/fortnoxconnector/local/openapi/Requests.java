package io.fortnoxconnector.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.openapi.Examples.Example;
import io.fortnoxconnector.local.stack.client.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Sends the document's examples. */
final class Requests {
  private Requests() {}

  static Api.Answer send(Api api, Example example) {
    String path = example.route().path();
    for (Map.Entry<String, JsonNode> value : example.path().properties()) {
      path = path.replace("{" + value.getKey() + "}", encoded(value.getValue()));
    }
    var query = new StringJoiner("&", "?", "").setEmptyValue("");
    example
        .query()
        .properties()
        .forEach(value -> query.add(value.getKey() + "=" + encoded(value.getValue())));
    String body = example.body().isObject() ? example.body().toString() : "";
    return api.send(example.route().method(), path + query, body);
  }

  private static String encoded(JsonNode value) {
    return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
