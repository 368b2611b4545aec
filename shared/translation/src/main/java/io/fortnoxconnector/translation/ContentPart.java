package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file, in base64: Fortnox's documents of a file don't have it, it comes and goes by
 * itself.
 *
 * @param mostBytes how much can be taken
 */
record ContentPart(String name, int mostBytes) implements Part {

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    into.putNull(name);
    return false;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      draft.problem(Problems.required(pointer, name));
      return;
    }
    byte[] bytes = bytes(given);
    if (bytes == null) {
      draft.problem(Problems.wrongShape(pointer, name, "the file in base64"));
    } else if (bytes.length == 0) {
      draft.problem(Problems.wrongShape(pointer, name, "a file that isn't empty"));
    } else if (bytes.length > mostBytes) {
      draft.problem(
          Problems.wrongShape(
              pointer,
              name,
              "a file of at most %d bytes, and has %d".formatted(mostBytes, bytes.length)));
    } else {
      Column place = new Column(Files.CONTENT, new TextCodec());
      draft.set(place, pointer, given, BinaryNode.valueOf(bytes));
    }
  }

  private static byte @Nullable [] bytes(JsonNode given) {
    if (given instanceof BinaryNode binary) {
      return binary.binaryValue();
    }
    try {
      return given.isTextual() ? Base64.getDecoder().decode(given.asText()) : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return new FieldDescription(
        name,
        "string",
        "byte",
        null,
        true,
        false,
        false,
        true,
        false,
        false,
        List.of(),
        List.of(),
        "In base64, up to %d bytes. A single file shows it, and lists don't.".formatted(mostBytes),
        List.of());
  }

  /** What a task keeps instead of the bytes. */
  static Optional<BinaryNode> of(ObjectNode entity) {
    return entity.path(Files.CONTENT) instanceof BinaryNode bytes
        ? Optional.of(bytes)
        : Optional.empty();
  }
}
