package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.DOCUMENT_TOO_LARGE;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.DocumentOutcome;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.translation.Resource;
import java.util.List;

/**
 * {@code GET /accounting/<resource>/{id}/document}: an entity as a PDF. It comes in Maesn's object,
 * in base64, or as it is to whoever accepts {@code application/pdf}.
 */
public final class DocumentEndpoint implements Endpoint {

  /**
   * Bytes. A function's answer has 6 MB at most (AWS Lambda guide, "Lambda quotas"), and base64
   * makes four of three.
   */
  static final int MOST_BYTES = 4_500_000;

  private static final String PDF = "application/pdf";

  private final Resource resource;
  private final Gate gate;
  private final Reader reader;

  public DocumentEndpoint(Resource resource, Gate gate, Reader reader) {
    this.resource = resource;
    this.gate = gate;
    this.reader = reader;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.first(request, resource);
    return switch (reader.document(connection, resource, id, request.deadline())) {
      case DocumentOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case DocumentOutcome.Pdf(var content, _) when content.binaryValue().length > MOST_BYTES ->
          Envelope.failure(
              List.of(
                  DOCUMENT_TOO_LARGE.about(
                      "The document has %d bytes; %d are the most."
                          .formatted(content.binaryValue().length, MOST_BYTES))));
      case DocumentOutcome.Pdf(var content, var left) ->
          ResourceReads.withBudget(shown(request, id, content), left);
    };
  }

  private HttpResponse shown(HttpRequest request, String id, BinaryNode content) {
    String name = resource.name() + "-" + id.replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf";
    if (request.header("accept").orElse("").contains(PDF)) {
      return HttpResponse.bytes(200, PDF, content.asText())
          .with("Content-Disposition", "inline; filename=\"" + name + "\"");
    }
    var document =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("base64Encoded", true)
            .put("content", content.asText())
            .put("contentType", PDF)
            .put("fileName", name);
    return Envelope.of(document).response(200);
  }
}
