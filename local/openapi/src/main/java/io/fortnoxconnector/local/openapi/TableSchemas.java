package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.FieldDescription;
import io.fortnoxconnector.translation.Resource;
import java.util.List;

/** The named schemas of resources: shown, created and replaced, patched, and their lines. */
final class TableSchemas {
  private final Components components;

  TableSchemas(Components components) {
    this.components = components;
  }

  ObjectNode read(Resource resource) {
    ObjectNode schema = FieldSchemas.READ.of(resource.fields());
    ObjectNode properties = (ObjectNode) schema.path("properties");
    if (properties.has("id") && !resource.isSingleton()) {
      ((ObjectNode) properties.path("id")).put("type", "string");
    }
    resource
        .lines()
        .ifPresent(
            lines -> ((ObjectNode) properties.path(lines.field())).set("items", line(resource)));
    return components.refer(Names.single(resource), schema);
  }

  ObjectNode read(Subject subject) {
    return anyOf(subject, "", FieldSchemas.READ, subject.shown());
  }

  /** For replacing a whole entity, too. */
  ObjectNode create(Subject subject) {
    return anyOf(subject, "Create", FieldSchemas.CREATE, subject.taken());
  }

  ObjectNode create(Resource resource) {
    return of(resource, "Create", FieldSchemas.CREATE);
  }

  ObjectNode patch(Subject subject) {
    return anyOf(subject, "Patch", FieldSchemas.PATCH, subject.taken());
  }

  private ObjectNode anyOf(Subject subject, String suffix, FieldSchemas use, ObjectNode additions) {
    if (subject.resources().size() == 1) {
      return of(subject.first(), suffix, use);
    }
    return components.refer(
        subject.single() + suffix,
        object(
            "anyOf",
            subject.resources().stream()
                .map(resource -> variant(subject, resource, suffix, use, additions))
                .toList()));
  }

  private ObjectNode variant(
      Subject subject, Resource resource, String suffix, FieldSchemas use, ObjectNode additions) {
    ObjectNode own = of(resource, suffix, use);
    if (additions.isEmpty()) {
      return own;
    }
    ObjectNode extended = components.copy(Names.single(resource) + suffix);
    ObjectNode properties = extended.withObjectProperty("properties");
    properties.setAll(additions);
    if (use == FieldSchemas.READ) {
      ArrayNode required = extended.putArray("required");
      properties.fieldNames().forEachRemaining(required::add);
    }
    return components.refer(subject.single() + Names.single(resource) + suffix, extended);
  }

  private ObjectNode of(Resource resource, String suffix, FieldSchemas use) {
    return use == FieldSchemas.READ
        ? read(resource)
        : components.refer(
            Names.single(resource) + suffix,
            use.of(resource.fields())
                .put(
                    "description",
                    "Fields that are only shown may be sent too: they change nothing, and a"
                        + " warning says so. A blank text counts as null."));
  }

  ObjectNode answer(Resource resource) {
    return components.envelope(Names.single(resource) + "Answer", read(resource));
  }

  ObjectNode answer(Subject subject) {
    return components.envelope(subject.single() + "Answer", read(subject));
  }

  ObjectNode listAnswer(Subject subject) {
    // Not PriceListAnswer: that is the answer with one price list.
    return components.envelope(
        subject.single() + "PageAnswer", object("type", "array", "items", read(subject)));
  }

  ObjectNode deleted() {
    return components.envelope("DeletedAnswer", objectOf("id"));
  }

  ObjectNode line(Resource resource) {
    return components.refer(Names.line(resource), FieldSchemas.READ.of(lineFields(resource)));
  }

  ObjectNode lineCreate(Resource resource) {
    return components.refer(
        Names.line(resource) + "Create", FieldSchemas.CREATE.of(lineFields(resource)));
  }

  ObjectNode linePatch(Resource resource) {
    return components.refer(
        Names.line(resource) + "Patch", FieldSchemas.PATCH.of(lineFields(resource)));
  }

  ObjectNode lineAnswer(Resource resource) {
    return components.envelope(Names.line(resource) + "Answer", line(resource));
  }

  ObjectNode lineListAnswer(Resource resource) {
    return components.envelope(
        Names.line(resource) + "ListAnswer", object("type", "array", "items", line(resource)));
  }

  ObjectNode lineRemoved(Resource resource) {
    return components.envelope(
        Names.line(resource) + "RemovedAnswer", objectOf(resource.lines().orElseThrow().idField()));
  }

  private static ObjectNode objectOf(String textMember) {
    return object(
        "type",
        "object",
        "required",
        List.of(textMember),
        "properties",
        object(textMember, object("type", "string")));
  }

  private static List<FieldDescription> lineFields(Resource resource) {
    String field = resource.lines().orElseThrow().field();
    return resource.fields().stream()
        .filter(candidate -> candidate.name().equals(field))
        .findFirst()
        .orElseThrow()
        .members();
  }
}
