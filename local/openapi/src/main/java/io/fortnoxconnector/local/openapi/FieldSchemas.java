package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.orNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.FieldDescription;
import java.util.List;
import java.util.Map;

/**
 * The schema of an object that a field table describes, for one use of it. Answers have every
 * member, null where there's nothing; bodies have no others than the table's.
 */
enum FieldSchemas {
  /** What is shown. */
  READ,
  /** What makes a new entity, or replaces a whole one. */
  CREATE,
  /** What changes an entity. */
  PATCH;

  /**
   * Texts that have to look like something. The rest that must be right about them (check digits,
   * codes that exist) a pattern can't say.
   */
  private static final Map<String, String> PATTERNS =
      Map.of(
          "account", "[1-9][0-9]{3}",
          "digits", "[0-9]{1,9}",
          "iso-3166-1-alpha-2", "[A-Z]{2}",
          "iso-4217", "[A-Z]{3}");

  private static final String TYPE = "type";

  ObjectNode of(List<FieldDescription> fields) {
    ObjectNode schema = object("type", "object");
    ArrayNode required = schema.arrayNode();
    ObjectNode properties = schema.objectNode();
    for (FieldDescription field : fields) {
      if (has(field)) {
        properties.set(field.name(), value(field));
        if (requires(field)) {
          required.add(field.name());
        }
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (this != READ) {
      schema.put("additionalProperties", false);
    }
    schema.set("properties", properties);
    return schema;
  }

  private boolean has(FieldDescription field) {
    return switch (this) {
      case READ -> !field.writeOnly();
      case CREATE -> !field.readOnly();
      case PATCH -> !field.readOnly() && !field.createOnly();
    };
  }

  private boolean requires(FieldDescription field) {
    return switch (this) {
      case READ -> true;
      case CREATE -> field.required();
      case PATCH -> isTypeOfEntry(field);
    };
  }

  /** An entry of a list says which of the entity's places it's about. */
  private static boolean isTypeOfEntry(FieldDescription field) {
    return field.required() && field.name().equals(TYPE) && field.fortnoxFields().isEmpty();
  }

  private boolean isNullable(FieldDescription field) {
    return switch (this) {
      case READ -> !isTypeOfEntry(field);
      case CREATE -> !field.required();
      case PATCH -> field.clearable() || (field.fortnoxFields().isEmpty() && !isTypeOfEntry(field));
    };
  }

  private ObjectNode value(FieldDescription field) {
    boolean nullable = isNullable(field);
    ObjectNode schema = object(TYPE, nullable ? orNull(field.type()) : field.type());
    if (!field.values().isEmpty()) {
      ArrayNode values = schema.putArray("enum");
      field.values().forEach(values::add);
      if (nullable) {
        values.addNull();
      }
    }
    look(field, nullable, schema);
    switch (field.type()) {
      case "array" ->
          schema.set("items", field.members().isEmpty() ? object() : of(field.members()));
      case "object" -> {
        if (!field.members().isEmpty()) {
          ObjectNode members = of(field.members());
          members.remove(TYPE);
          schema.setAll(members);
        }
      }
      default -> {}
    }
    describe(field, schema);
    return schema;
  }

  private void look(FieldDescription field, boolean nullable, ObjectNode schema) {
    String format = field.format() == null ? "" : field.format();
    if (format.equals("date") || (this != READ && format.equals("email"))) {
      schema.put("format", format);
    }
    if (this == READ || !field.type().equals("string")) {
      return;
    }
    if (PATTERNS.containsKey(format)) {
      // A blank text counts as null.
      String blank = nullable ? "\\s*|" : "";
      schema.put("pattern", "^(" + blank + PATTERNS.get(format) + ")$");
    } else if (!nullable && field.values().isEmpty() && format.isEmpty()) {
      schema.put("pattern", "\\S");
    }
    if (field.maxLength() != null) {
      schema.put("maxLength", field.maxLength());
    }
  }

  private void describe(FieldDescription field, ObjectNode schema) {
    if (!field.note().isEmpty()) {
      schema.put("description", field.note());
    }
    if (this == READ && field.readOnly()) {
      schema.put("readOnly", true);
    }
    if (this == READ && field.members().isEmpty() && !field.fortnoxFields().isEmpty()) {
      ArrayNode names = schema.putArray("x-fortnox");
      field.fortnoxFields().stream().distinct().forEach(names::add);
    }
  }
}
