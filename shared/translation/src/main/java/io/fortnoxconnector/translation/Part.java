package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/** A field of the unified model, both ways. */
interface Part {

  String name();

  /** Adds the field to an object and says whether Fortnox had anything for it. */
  boolean read(Reading from, String pointer, ObjectNode into);

  /**
   * Takes the field from a body.
   *
   * @param given missing where the body hasn't got the field
   */
  void write(JsonNode given, String pointer, Draft draft);

  /**
   * Takes the field from a body where its meaning depends on another one.
   *
   * @param whole the object that the field stands in
   */
  default void write(JsonNode given, JsonNode whole, String pointer, Draft draft) {
    write(given, pointer, draft);
  }

  /** The Fortnox fields behind it. */
  Stream<Column> columns();

  /**
   * What the table says about it.
   *
   * @param listed the Fortnox fields that list rows carry
   */
  FieldDescription described(Set<String> listed);
}
