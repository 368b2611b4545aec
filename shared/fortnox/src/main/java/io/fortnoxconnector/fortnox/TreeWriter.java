package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Writes a tree, node by node: the counterpart of {@link TreeReader}. */
final class TreeWriter {

  private final JsonGenerator generator;

  TreeWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  void write(JsonNode node) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> generator.writeString(node.textValue());
      case NUMBER -> number(node);
      case BOOLEAN -> generator.writeBoolean(node.booleanValue());
      case NULL, MISSING -> generator.writeNull();
      case BINARY, POJO ->
          throw new IllegalArgumentException("A document has no " + node.getNodeType());
    }
  }

  private void object(JsonNode object) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      generator.writeFieldName(member.getKey());
      write(member.getValue());
    }
    generator.writeEndObject();
  }

  private void array(JsonNode array) throws IOException {
    generator.writeStartArray();
    for (JsonNode element : array) {
      write(element);
    }
    generator.writeEndArray();
  }

  private void number(JsonNode number) throws IOException {
    switch (number.numberType()) {
      case INT -> generator.writeNumber(number.intValue());
      case LONG -> generator.writeNumber(number.longValue());
      case BIG_INTEGER -> generator.writeNumber(number.bigIntegerValue());
      case FLOAT, DOUBLE, BIG_DECIMAL -> generator.writeNumber(number.decimalValue());
    }
  }
}
