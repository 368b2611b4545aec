package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.DOCUMENT_TOO_LARGE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.reading.FileOutcome;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.translation.FileTypes;
import io.fortnoxconnector.translation.Files;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file that was read: in Maesn's object, in base64, or as it is to whoever accepts neither JSON
 * nor everything.
 */
final class FileAnswer {

  private FileAnswer() {}

  static HttpResponse of(HttpRequest request, FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case FileOutcome.Read(_, var file, _) when file.size() > Files.MOST_BYTES ->
          Envelope.failure(
              List.of(
                  DOCUMENT_TOO_LARGE.about(
                      "The file has more than the %d bytes that can be handed on."
                          .formatted(Files.MOST_BYTES))));
      case FileOutcome.Read(var id, var file, var left) ->
          ResourceReads.withBudget(
              wantsBytes(request) ? bytes(file, id) : object(request, file, id), left);
    };
  }

  private static boolean wantsBytes(HttpRequest request) {
    String accept = request.header("accept").orElse("*/*");
    return !accept.contains("*/*") && !accept.contains("json");
  }

  /** Never shown in a browser as a page of this API's. */
  private static HttpResponse bytes(FileContent file, String id) {
    String name = file.name().isEmpty() ? id : file.name();
    return HttpResponse.bytes(200, type(file), file.bytes().asText())
        .with(
            "Content-Disposition",
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static HttpResponse object(HttpRequest request, FileContent file, String id) {
    ObjectNode entity =
        JsonNodeFactory.instance.objectNode().put("Id", id).put("Size", file.size());
    if (!file.name().isEmpty()) {
      entity.put(Files.NAME, file.name());
    }
    ObjectNode data = Files.FILES.fromFortnox(entity).data();
    data.put("id", id).put("content", file.bytes().asText()).put("contentType", type(file));
    return Envelope.of(data).warning(Parameters.warnings(request)).response(200);
  }

  /** Fortnox's word, unless it's none. */
  private static String type(FileContent file) {
    String told = file.contentType().split(";", 2)[0].strip();
    return told.isEmpty() || told.equals("application/octet-stream") || told.equals("*/*")
        ? FileTypes.of(file.name())
        : told;
  }
}
