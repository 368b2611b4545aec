package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.translation.Files.FILES;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.FileReader;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.EntityAddress;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /accounting/<resource>/{id}/attachments} and {@code …/attachments/{attachmentId}}: the
 * files of an entity. A new one is uploaded and connected by one task; its id is the archive's.
 * DELETE takes a file off the entity and leaves the file itself where it is.
 */
public final class AttachmentsEndpoint implements Endpoint {

  private final Resource resource;
  private final FileRegister register;
  private final Gate gate;
  private final FileReader reader;
  private final ResourceWrites writes;

  public AttachmentsEndpoint(
      Resource resource, Gate gate, FileReader reader, WriteDesk desk, Timing timing) {
    this.resource = resource;
    this.register = FileRegister.of(resource.name()).orElseThrow();
    this.gate = gate;
    this.reader = reader;
    this.writes = new ResourceWrites(Variant.of(FILES), desk, timing);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    String id = EntityIds.first(request, resource);
    Optional<String> attachment = EntityIds.second(request);
    return switch (request.method()) {
      case "GET" ->
          attachment.isPresent()
              ? one(request, connection, address(id), attachment.get())
              : list(request, connection, address(id));
      case "POST" -> attach(request, connection, id);
      default -> detach(request, connection, id, attachment.orElseThrow());
    };
  }

  private EntityAddress address(String id) {
    return register
        .address(id)
        .orElseThrow(
            () ->
                new Rejected(
                    NOT_FOUND.about("Of " + resource.name() + ", none with a file has this id.")));
  }

  private HttpResponse list(HttpRequest request, Connection connection, EntityAddress entity) {
    Paging paging = Paging.byNumber(request);
    Parameters.refuseOthers(request);
    return FilesEndpoint.listed(
        request, paging, reader.attachments(connection, register, entity, request.deadline()));
  }

  private HttpResponse one(
      HttpRequest request, Connection connection, EntityAddress entity, String attachment) {
    return FileAnswer.of(
        request, reader.attachment(connection, register, entity, attachment, request.deadline()));
  }

  private HttpResponse attach(HttpRequest request, Connection connection, String id) {
    ObjectNode body = FileBody.of(request);
    if (body.has(Files.ATTACHED_TO)) {
      throw new Rejected(
          FIELD_INVALID.about("/" + Files.ATTACHED_TO, "The path says what the file belongs to."));
    }
    attachTo(id, body);
    if (Stream.of("documentType", "place", "folderId", "path").noneMatch(body::has)) {
      register
          .documentType()
          .ifPresentOrElse(
              type -> body.put("documentType", type), () -> body.put("place", Files.ARCHIVE));
    }
    String path = "/accounting/%s/%s/attachments/".formatted(resource.name(), Links.segment(id));
    return writes.answer(
        request,
        connection,
        Operation.CREATE,
        null,
        null,
        body,
        (file, unified, warnings) -> {
          String archived = archived(file, unified);
          unified.data().put(Files.ID, archived);
          return Envelope.of(unified.data())
              .warning(warnings)
              .response(201)
              .with("Location", path + Links.segment(archived));
        });
  }

  /** The file stays in the archive or the inbox. */
  private HttpResponse detach(
      HttpRequest request, Connection connection, String id, String attachment) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    attachTo(id, body);
    return writes.answer(
        request,
        connection,
        Operation.DETACH,
        attachment,
        null,
        body,
        (_, file, warnings) -> Envelope.of(file.data()).warning(warnings).response(200));
  }

  private void attachTo(String id, ObjectNode body) {
    address(id);
    body.putObject(Files.ATTACHED_TO).put(Files.RESOURCE, resource.name()).put(Files.ID, id);
  }

  private static String archived(String file, Unified unified) {
    return unified.data().path("archiveFileId").asText(file);
  }
}
