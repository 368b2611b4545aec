package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares bodies with what {@code GET /accounting/capabilities} says of a resource's fields. */
final class Fields {

  private Fields() {}

  /** A test of every field must not forget one that was added to the table. */
  static void assertNamesEveryWritableField(JsonNode body, JsonNode capabilities) {
    assertThat(missing(body, capabilities.path("fields"), "")).isEmpty();
  }

  private static List<String> missing(JsonNode body, JsonNode fields, String pointer) {
    var missing = new ArrayList<String>();
    for (JsonNode field : fields) {
      String name = field.path("name").asText();
      JsonNode value = body.path(name);
      boolean isWritable =
          !field.path("readOnly").asBoolean()
              && !field.path("writeOnly").asBoolean()
              && !field.path("fortnoxFields").isEmpty();
      if (isWritable && value.isMissingNode()) {
        missing.add(pointer + "/" + name);
      } else if (isWritable && value.isObject()) {
        missing.addAll(missing(value, field.path("members"), pointer + "/" + name));
      } else if (isWritable && value.isArray()) {
        missing.addAll(missing(value.path(0), field.path("members"), pointer + "/" + name + "/0"));
      }
    }
    return missing;
  }

  /** Every member of what was sent reads back as it was sent. */
  static void assertReadsBack(JsonNode sent, JsonNode read) {
    for (Map.Entry<String, JsonNode> member : sent.properties()) {
      assertThat(read.path(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
    }
  }

  /** {@code all} without the members that {@code changed} has, so that two can be compared. */
  static JsonNode without(JsonNode all, String... changed) {
    var rest = (com.fasterxml.jackson.databind.node.ObjectNode) all.deepCopy();
    rest.remove(List.of(changed));
    return rest;
  }
}
