package io.fortnoxconnector.api;

import static io.fortnoxconnector.translation.Files.FILES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.FileReader;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.WriteMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /accounting/files}, {@code …/async} and {@code …/{fileId}}: the inbox and the archive. */
public final class FilesEndpoint implements Endpoint {

  private static final String ASYNC = "/async";

  private final Gate gate;
  private final FileReader reader;
  private final ResourceWrites writes;

  public FilesEndpoint(Gate gate, FileReader reader, WriteDesk desk, Timing timing) {
    this.gate = gate;
    this.reader = reader;
    this.writes = new ResourceWrites(Variant.of(FILES), desk, timing);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.of(request, FILES);
    return switch (request.method()) {
      case "GET" ->
          id == null
              ? list(request, connection)
              : FileAnswer.of(request, reader.content(connection, id, request.deadline()));
      case "POST" -> upload(request, connection);
      case "PUT" -> write(request, connection, Operation.REPLACE, id);
      case "PATCH" -> write(request, connection, Operation.PATCH, id);
      default -> write(request, connection, Operation.DELETE, id);
    };
  }

  private HttpResponse list(HttpRequest request, Connection connection) {
    Paging paging = Paging.byNumber(request);
    Map<String, String> query = ResourceReads.accepted(FILES.filters(Parameters.filters(request)));
    ReadOutcome outcome =
        reader.list(
            connection,
            places(query),
            Parameters.expand(request),
            paging.page(),
            paging.limit(),
            request.deadline());
    return listed(request, paging, outcome);
  }

  static HttpResponse listed(HttpRequest request, Paging paging, ReadOutcome outcome) {
    boolean wantsRaw = Parameters.wantsRaw(request);
    return switch (outcome) {
      case ReadOutcome.Listed(var files, var total, var pages, var page, _, var raw, var left) -> {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        files.forEach(file -> data.add(file.data()));
        Envelope envelope =
            Envelope.of(data)
                .warning(ResourceReads.warnings(request, files))
                .paged(total, paging.limit(), page, pages);
        yield ResourceReads.withBudget(
                (wantsRaw ? envelope.raw(raw) : envelope).response(200), left)
            .with("Link", paging.links(request, pages, null));
      }
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.One _ -> throw new AssertionError("a list was asked for");
    };
  }

  /** Which folders are meant; without a word, the outermost of both places. */
  private static List<ObjectNode> places(Map<String, String> query) {
    ObjectNode place = JsonNodeFactory.instance.objectNode();
    query.forEach(place::put);
    if (query.containsKey(Files.PATH)) {
      place.put(Files.PLACE, Files.ARCHIVE);
    }
    ObjectNode archive = JsonNodeFactory.instance.objectNode().put(Files.PLACE, Files.ARCHIVE);
    return query.isEmpty() ? List.of(place, archive) : List.of(place);
  }

  private HttpResponse upload(HttpRequest request, Connection connection) {
    ObjectNode body = FileBody.of(request);
    if (request.route().endsWith(ASYNC)) {
      return writes.accepted(request, connection, Operation.CREATE, null, body);
    }
    return writes.answer(
        request,
        connection,
        Operation.CREATE,
        null,
        null,
        body,
        (id, file, warnings) ->
            Envelope.of(file.data())
                .warning(warnings)
                .response(201)
                .with("Location", "/accounting/files/" + Links.segment(id)));
  }

  private HttpResponse write(
      HttpRequest request, Connection connection, Operation operation, @Nullable String id) {
    return writes.answer(
        request,
        connection,
        operation,
        id,
        null,
        (_, file, warnings) -> Envelope.of(file.data()).warning(warnings).response(200));
  }

  @Override
  public String rehearsalRoute() {
    return "GET /accounting/files";
  }

  @Override
  public void rehearse() {
    FILES.toFortnox(JsonNodeFactory.instance.objectNode(), WriteMode.CREATE);
    Envelope.of(FILES.fromFortnox(FILES.bareEntity()).data()).response(200);
  }
}
