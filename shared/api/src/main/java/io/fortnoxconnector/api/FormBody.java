package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_UNKNOWN;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The body of a creation: a JSON object, or one of Maesn's forms, where that object is a part and
 * files stand beside it. Both become the same body.
 */
final class FormBody {

  private static final Set<String> FILE_PARTS = Set.of(Files.ENCLOSED, Files.ENCLOSED + "[]");

  /** Which row each file belongs to, as Maesn has it for journal entries. */
  private static final String POSITIONS = "filesPos";

  private FormBody() {}

  /**
   * A body.
   *
   * @param object the name of the part that is the JSON object; empty where no form is taken
   */
  static ObjectNode of(HttpRequest request, String object) {
    return object.isEmpty() || !Multipart.isBodyOf(request)
        ? Body.object(request)
        : form(Multipart.parts(request), object);
  }

  private static ObjectNode form(List<Multipart.Part> parts, String object) {
    List<Multipart.Part> files = new ArrayList<>();
    List<Multipart.Part> others = new ArrayList<>();
    parts.forEach(part -> (FILE_PARTS.contains(part.name()) ? files : others).add(part));
    ObjectNode body = object(others, object);
    for (Multipart.Part part : others) {
      if (part.name().equals(POSITIONS)) {
        body.put(POSITIONS, part.text());
      } else if (!part.name().equals(object)) {
        throw new Rejected(
            FIELD_UNKNOWN.about(
                "/" + Body.printable(part.name()),
                "The form's parts are %s and %s.".formatted(object, Files.ENCLOSED)));
      }
    }
    files.forEach(file -> enclose(file, body));
    return body;
  }

  private static ObjectNode object(List<Multipart.Part> parts, String name) {
    List<Multipart.Part> found = parts.stream().filter(part -> part.name().equals(name)).toList();
    return switch (found.size()) {
      case 1 -> Body.object(found.getFirst().bytes());
      case 0 ->
          throw new Rejected(
              FIELD_REQUIRED.about("/" + name, name + " is the part with the JSON object."));
      default ->
          throw new Rejected(FIELD_INVALID.about("/" + name, "One object is made by a request."));
    };
  }

  /** Browsers send an empty part where no file was chosen. */
  private static void enclose(Multipart.Part part, ObjectNode body) {
    String fileName = part.fileName() == null ? "" : part.fileName();
    if (fileName.isEmpty() && part.content().isEmpty()) {
      return;
    }
    ArrayNode files =
        body.path(Files.ENCLOSED) instanceof ArrayNode there
            ? there
            : body.putArray(Files.ENCLOSED);
    files.addObject().put("fileName", fileName).set("content", BinaryNode.valueOf(part.bytes()));
  }
}
