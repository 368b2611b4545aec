package io.fortnoxconnector.translation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Json() {}

  /** JSON with single quotes, to be legible in a test. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Translated.Accepted accepted(Translated translated) {
    return switch (translated) {
      case Translated.Accepted accepted -> accepted;
      case Translated.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  static List<FieldProblem> rejected(Translated translated) {
    return switch (translated) {
      case Translated.Accepted accepted -> throw new AssertionError(accepted);
      case Translated.Rejected(var problems) -> problems;
    };
  }
}
