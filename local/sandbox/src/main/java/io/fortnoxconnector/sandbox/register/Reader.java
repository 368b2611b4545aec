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
    var record = full(register.fields, row.values(), url(row));
    register.links.forEach(
        (field, address) -> record.put(field, baseUrl + "/3/" + address.formatted(row.key())));
    return FortnoxJson.object().set(register.single, record);
  }

  ObjectNode thin(Row row) {
    var item = url(row);
    for (var field : register.fields) {
      if (field.listedAs != null) {
        var value = row.values().get(field.name);
        item.set(field.listedAs, value == null ? unsetInList(field) : inList(field, value));
      }
    }
    return item;
  }

  private static JsonNode inList(Field field, JsonNode value) {
    if (field.zeroUnsetInLists && value.decimalValue().signum() == 0) {
      return field.whenUnset;
    }
    return field.textInLists ? TextNode.valueOf(value.asText()) : shown(field, value);
  }

  private static JsonNode shown(Field field, JsonNode value) {
    return field.textAlways ? TextNode.valueOf(value.asText()) : value;
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
      } else if (field.kind == Kind.ROWS) {
        var rows = into.putArray(field.name);
        values
            .path(field.name)
            .forEach(row -> rows.add(full(field.parts, row, FortnoxJson.object())));
      } else {
        into.set(field.name, value == null ? field.whenUnset : shown(field, value));
      }
    }
    return into;
  }

  private ObjectNode url(Row row) {
    var record = FortnoxJson.object();
    if (register.withUrl) {
      var key = URLEncoder.encode(row.key(), StandardCharsets.UTF_8).replace("+", "%20");
      if (!register.key.above().isEmpty()) {
        key = key.replace("%2F", "/");
      }
      var year = register.yearly ? "?financialyear=" + row.values().path("Year").asText() : "";
      record.put("@url", baseUrl + "/3/" + register.path + "/" + key + year);
    }
    return record;
  }
}
