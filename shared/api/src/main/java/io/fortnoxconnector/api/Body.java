package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.BODY_MALFORMED;
import static io.fortnoxconnector.connector.problems.ProblemType.BODY_TOO_LARGE;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_UNKNOWN;
import static io.fortnoxconnector.connector.problems.ProblemType.MEDIA_TYPE_UNSUPPORTED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Limits;
import io.fortnoxconnector.fortnox.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A JSON object from a request's body, checked at the edge: media type, size, encoding, syntax. */
public final class Body {

  private final ObjectNode object;

  private Body(ObjectNode object) {
    this.object = object;
  }

  public static ObjectNode object(HttpRequest request) {
    return object(request, Limits.MOST_BODY_BYTES);
  }

  /**
   * @param most bytes
   */
  static ObjectNode object(HttpRequest request, int most) {
    return tree(request, ObjectNode.class, "object", most);
  }

  /** A list instead. */
  static ArrayNode array(String text) {
    return tree(text, ArrayNode.class, "array");
  }

  /** What the body says that it is, without parameters; JSON where it says nothing. */
  static String mediaType(HttpRequest request) {
    return request
        .header("content-type")
        .orElse("application/json")
        .split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static <T extends JsonNode> T tree(
      HttpRequest request, Class<T> kind, String name, int most) {
    String essence = mediaType(request);
    if (!essence.equals("application/json") && !essence.endsWith("+json")) {
      throw new Rejected(
          MEDIA_TYPE_UNSUPPORTED.about(
              "Send the body as application/json, not " + printable(essence) + "."));
    }
    return tree(text(request, most), kind, name);
  }

  /** An object that is a part of a body. */
  static ObjectNode object(byte[] bytes) {
    return tree(text(bytes, Limits.MOST_BODY_BYTES), ObjectNode.class, "object");
  }

  private static <T extends JsonNode> T tree(String text, Class<T> kind, String name) {
    if (text.isBlank()) {
      throw new Rejected(
          BODY_MALFORMED.about("The request needs a JSON " + name + " as its body."));
    }
    try {
      JsonNode tree = Json.read(text);
      if (kind.isInstance(tree)) {
        return kind.cast(tree);
      }
      throw new Rejected(
          BODY_MALFORMED.about(
              "The body is a JSON "
                  + tree.getNodeType().name().toLowerCase(Locale.ROOT)
                  + "; an "
                  + name
                  + " is needed."));
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new Rejected(
          BODY_MALFORMED.about(
              place == null
                  ? "The body is not well-formed JSON."
                  : "The body is not well-formed JSON at line "
                      + place.getLineNr()
                      + ", column "
                      + place.getColumnNr()
                      + "."));
    }
  }

  /** No body, or an object without members: there's nothing that it could say. */
  public static ObjectNode none(HttpRequest request) {
    return request.body().isBlank()
        ? JsonNodeFactory.instance.objectNode()
        : with(request, Set.of()).object;
  }

  /** A small body of known text and list members, nothing else. */
  public static Body with(HttpRequest request, Set<String> members) {
    ObjectNode object = object(request);
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!members.contains(name)) {
        throw new Rejected(
            FIELD_UNKNOWN.about(
                "/" + printable(name),
                members.isEmpty()
                    ? "This takes no body."
                    : "The body's members are " + String.join(", ", members) + "."));
      }
    }
    return new Body(object);
  }

  /** A member that is a text of 1 to {@code most} characters; empty where it's absent or null. */
  public Optional<String> text(String member, int most) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    String text = value.isTextual() ? value.textValue() : "";
    if (text.isBlank() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      throw new Rejected(
          FIELD_INVALID.about(
              "/" + member, member + " is a text of 1 to " + most + " printable characters."));
    }
    return Optional.of(text);
  }

  public String required(String member, int most) {
    return text(member, most)
        .orElseThrow(
            () -> new Rejected(FIELD_REQUIRED.about("/" + member, member + " is missing.")));
  }

  /** A member that is true or false, and must be there. */
  public boolean flag(String member) {
    JsonNode value = object.path(member);
    if (!value.isBoolean()) {
      throw new Rejected(
          (value.isMissingNode() ? FIELD_REQUIRED : FIELD_INVALID)
              .about("/" + member, member + " is true or false."));
    }
    return value.booleanValue();
  }

  /** A member that is an object, and must be there. */
  public ObjectNode object(String member) {
    JsonNode value = object.path(member);
    if (value instanceof ObjectNode found) {
      return found;
    }
    throw new Rejected(
        (value.isMissingNode() ? FIELD_REQUIRED : FIELD_INVALID)
            .about("/" + member, member + " is an object."));
  }

  /** A member that is a list of at most {@code most} texts, or of objects. */
  public List<JsonNode> list(String member, int most) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      throw new Rejected(
          FIELD_INVALID.about(
              "/" + member, member + " is a list of at most " + most + " entries."));
    }
    var list = new ArrayList<JsonNode>();
    value.forEach(list::add);
    return list;
  }

  static String text(HttpRequest request, int most) {
    if (request.body().length() > most / 3 * 4 + 4) {
      throw tooLarge(most);
    }
    byte[] bytes;
    try {
      bytes =
          request.bodyIsBase64()
              ? Base64.getDecoder().decode(request.body())
              : request.body().getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Rejected(BODY_MALFORMED.about("The body can't be read."));
    }
    return text(bytes, most);
  }

  private static String text(byte[] bytes, int most) {
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Rejected(BODY_MALFORMED.about("The body is not UTF-8."));
    }
  }

  private static Rejected tooLarge(int most) {
    return new Rejected(BODY_TOO_LARGE.about("A body has at most " + most + " bytes."));
  }

  static String printable(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e\\xa1-\\xff]", "?");
    return clean.length() <= 100 ? clean : clean.substring(0, 100) + "…";
  }
}
