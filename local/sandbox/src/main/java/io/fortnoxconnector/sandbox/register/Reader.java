package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows records as Fortnox does: whole alone, thin in a list. */
final class Reader {

  private final Register register;
  private final String baseUrl;

  Reader(Register register, String baseUrl) {
    this.register = register;
    this.baseUrl = baseUrl;
  }

  ObjectNode single(Row row) {
    return FortnoxJson.object().set(register.single, full(register.fields, row.values(), url(row)));
  }

  ObjectNode thin(Row row) {
    var item = url(row);
    for (var field : register.fields) {
      if (field.listedAs != null) {
        var value = row.values().get(field.name);
        item.set(field.listedAs, value == null ? unsetInList(field) : value);
      }
    }
    return item;
  }

  private JsonNode unsetInList(Field field) {
    return register.emptyInLists && field.kind == Kind.TEXT
        ? TextNode.valueOf("")
        : field.whenUnset;
  }

  private static ObjectNode full(List<Field> fields, JsonNode values, ObjectNode into) {
    for (var field : fields) {
      var value = values.get(field.name);
      if (field.kind == Kind.OBJECT) {
        into.set(field.name, full(field.parts, values.path(field.name), FortnoxJson.object()));
      } else {
        into.set(field.name, value == null ? field.whenUnset : value);
      }
    }
    return into;
  }

  private ObjectNode url(Row row) {
    var record = FortnoxJson.object();
    if (register.withUrl) {
      var key = URLEncoder.encode(row.key(), StandardCharsets.UTF_8).replace("+", "%20");
      var year = register.yearly ? "?financialyear=" + row.values().path("Year").asText() : "";
      record.put("@url", baseUrl + "/3/" + register.path + "/" + key + year);
    }
    return record;
  }
}
