package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a resource can do, as users of the API read it. */
final class Capabilities {
  private Capabilities() {}

  static ObjectNode of(Resource resource) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("resource", resource.name());
    json.put("scope", resource.scope());
    texts(json.putArray("scopes"), List.copyOf(resource.scopes()));
    texts(
        json.putArray("operations"),
        resource.operations().stream().sorted().map(Operation::name).toList());
    ArrayNode actions = json.putArray("actions");
    resource.actions().forEach(action -> actions.add(action(action)));
    json.put("lastModifiedAt", resource.supportsLastModified());
    ArrayNode filters = json.putArray("filters");
    resource.filterDescriptions().forEach(filter -> filters.add(filter(filter)));
    ArrayNode fields = json.putArray("fields");
    resource.fields().forEach(field -> fields.add(field(field)));
    return json;
  }

  private static ObjectNode action(Action action) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", action.name());
    json.put("note", action.note());
    return json;
  }

  private static ObjectNode filter(FilterDescription filter) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", filter.name());
    json.put("format", filter.format());
    texts(json.putArray("values"), filter.values());
    json.put("note", filter.note());
    return json;
  }

  private static ObjectNode field(FieldDescription field) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", field.name());
    json.put("type", field.type());
    json.put("format", field.format());
    json.put("maxLength", field.maxLength());
    json.put("required", field.required());
    json.put("readOnly", field.readOnly());
    json.put("writeOnly", field.writeOnly());
    json.put("createOnly", field.createOnly());
    json.put("clearable", field.clearable());
    json.put("inLists", field.inLists());
    texts(json.putArray("values"), field.values());
    texts(json.putArray("fortnoxFields"), field.fortnoxFields());
    json.put("note", field.note());
    if (!field.members().isEmpty()) {
      ArrayNode members = json.putArray("members");
      field.members().forEach(member -> members.add(field(member)));
    }
    return json;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
