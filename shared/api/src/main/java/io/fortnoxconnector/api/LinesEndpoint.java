package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.OPERATION_NOT_POSSIBLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import io.fortnoxconnector.translation.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /accounting/<resource>/{id}/lineItems} and {@code …/lineItems/{lineItemId}}: a document's
 * lines, each by itself. Changing one is one call here; Fortnox exchanges all of them.
 */
public final class LinesEndpoint implements Endpoint {

  private final Resource resource;
  private final Lines lines;
  private final Gate gate;
  private final Reader reader;
  private final ResourceWrites writes;

  public LinesEndpoint(Resource resource, Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this.resource = resource;
    this.lines = resource.lines().orElseThrow();
    this.gate = gate;
    this.reader = reader;
    this.writes = new ResourceWrites(Variant.of(resource), desk, timing);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.first(request, resource);
    Optional<String> line = EntityIds.second(request);
    if (line.isPresent() && !Lines.isId(line.get())) {
      throw new Rejected(NOT_FOUND.about("No line can have such an id."));
    }
    return switch (request.method()) {
      case "GET" -> read(request, connection, id, line);
      case "POST" -> add(request, connection, id);
      case "PUT" -> change(request, connection, Operation.REPLACE_LINE, id, line.orElseThrow());
      case "PATCH" -> change(request, connection, Operation.PATCH_LINE, id, line.orElseThrow());
      case "DELETE" -> remove(request, connection, id, line.orElseThrow());
      default ->
          throw new Rejected(
              OPERATION_NOT_POSSIBLE.about("Lines don't know " + request.method() + "."));
    };
  }

  private HttpResponse read(
      HttpRequest request, Connection connection, String id, Optional<String> line) {
    boolean wantsRaw = Parameters.wantsRaw(request);
    ReadOutcome outcome =
        reader.one(connection, resource, id, Map.of(), Expand.NOTHING, request.deadline());
    return switch (outcome) {
      case ReadOutcome.One(var entity, var raw, var left) -> {
        JsonNode data = line.isEmpty() ? all(entity) : one(entity, line.get());
        Envelope envelope =
            Envelope.of(data).warning(ResourceReads.warnings(request, List.of(entity)));
        Envelope paged = line.isEmpty() ? envelope.paged(data.size(), data.size(), 1, 1) : envelope;
        yield ResourceReads.withBudget((wantsRaw ? paged.raw(raw) : paged).response(200), left);
      }
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.Listed _ -> throw new AssertionError("one was asked for");
    };
  }

  private HttpResponse add(HttpRequest request, Connection connection, String id) {
    return writes.answer(
        request,
        connection,
        Operation.ADD_LINE,
        id,
        null,
        (_, entity, warnings) -> {
          JsonNode added = all(entity).path(all(entity).size() - 1);
          return shown(added, warnings)
              .response(201)
              .with(
                  "Location",
                  "/accounting/%s/%s/%s/%s"
                      .formatted(
                          resource.name(),
                          Links.segment(id),
                          lines.field(),
                          added.path(lines.idField()).asText()));
        });
  }

  private HttpResponse change(
      HttpRequest request, Connection connection, Operation operation, String id, String line) {
    return writes.answer(
        request,
        connection,
        operation,
        id,
        line,
        (_, entity, warnings) -> shown(one(entity, line), warnings).response(200));
  }

  private HttpResponse remove(HttpRequest request, Connection connection, String id, String line) {
    return writes.answer(
        request,
        connection,
        Operation.REMOVE_LINE,
        id,
        line,
        (_, _, _) ->
            Envelope.of(JsonNodeFactory.instance.objectNode().put(lines.idField(), line))
                .response(200));
  }

  private static Envelope shown(JsonNode line, List<Warning> warnings) {
    return Envelope.of(line).warning(warnings);
  }

  private JsonNode all(Unified document) {
    return document.data().path(lines.field());
  }

  private ObjectNode one(Unified document, String line) {
    return lines
        .line(document.data(), line)
        .orElseThrow(
            () ->
                new Rejected(
                    NOT_FOUND.about(
                        "There is no line "
                            + line
                            + "; the document has "
                            + all(document).size()
                            + ".")));
  }
}
