package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Files;
import java.util.Set;

/**
 * A file to be uploaded: a form whose part {@code file} it is, as Maesn has it, or a JSON object
 * with its {@code content} in base64. Both become the same body.
 */
final class FileBody {

  /** The file's base64 and as much beside it as other bodies have. */
  private static final int MOST_BYTES = Files.MOST_BYTES / 3 * 4 + 100_000;

  private static final Set<String> FILE_PARTS = Set.of("file", "files");

  private FileBody() {}

  static ObjectNode of(HttpRequest request) {
    return Multipart.isBodyOf(request) ? form(request) : Body.object(request, MOST_BYTES);
  }

  private static ObjectNode form(HttpRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (Multipart.Part part : Multipart.parts(request)) {
      boolean file = FILE_PARTS.contains(part.name());
      if (file && body.has("content")) {
        throw new Rejected(
            FIELD_INVALID.about("/" + part.name(), "One file can be sent with a request."));
      }
      if (file) {
        body.set("content", BinaryNode.valueOf(part.bytes()));
        if (part.fileName() != null && !body.has("fileName")) {
          body.put("fileName", part.fileName());
        }
      } else if (!part.text().isEmpty()) {
        body.put(part.name(), part.text());
      }
    }
    return body;
  }
}
