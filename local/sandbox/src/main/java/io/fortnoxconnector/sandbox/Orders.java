package io.fortnoxconnector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reading what {@code /control/…} is told, and its short answers. */
final class Orders {

  private Orders() {}

  static ObjectNode body(Call call) {
    return FortnoxJson.read(call.body())
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> new IllegalArgumentException("A JSON object is wanted."));
  }

  static String text(JsonNode node, String field) {
    var text = node.path(field).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The field " + field + " is missing.");
    }
    return text;
  }

  static Set<String> texts(JsonNode list) {
    var texts = new LinkedHashSet<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  static Answer done() {
    return Answer.json(200, FortnoxJson.object().put("done", true));
  }

  static Answer problem(int status, String detail) {
    return Answer.json(status, FortnoxJson.object().put("problem", detail));
  }
}
