package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /api/fileattachments/attachments-v1}: a service of its own, with lists that nothing is
 * wrapped around, and errors of another shape.
 */
public final class AttachmentService {

  public static final String PATH = "/api/fileattachments/attachments-v1";

  /** Registers of documents by the service's letters for them. */
  private static final Map<String, String> DOCUMENTS =
      Map.of("F", "invoices", "O", "orders", "OF", "offers");

  private static final List<String> TYPES = List.of("OF", "O", "F", "C", "LGR_IO", "LGR_IG");

  private AttachmentService() {}

  /** Reads or changes one company's attachments. */
  public static Answer answer(Call call, Books books) {
    var rest = call.path().substring(PATH.length());
    return books.alone(
        () ->
            switch (call.method() + " " + rest.replaceAll("/[0-9a-f-]{36}$", "/{id}")) {
              case "GET " -> list(call, books);
              case "POST " -> attach(call, books);
              case "GET /numberofattachments" -> count(call, books);
              case "POST /validateincludedonsend" -> Answer.empty(204);
              case "PUT /{id}" -> update(call, rest.substring(1), books);
              case "DELETE /{id}" -> detach(rest.substring(1), books);
              default -> refused(404, "notfound", "Not found");
            });
  }

  private static Answer list(Call call, Books books) {
    var type = call.parameters().getOrDefault("entitytype", "");
    var ids = List.of(call.parameters().getOrDefault("entityid", "").split(",", -1));
    if (!TYPES.contains(type) || ids.contains("")) {
      return refused(400, "badrequest", "entityid and entitytype are required");
    }
    var found = FortnoxJson.valueOf(List.of());
    books.attachments().values().stream()
        .filter(row -> row.path("entityType").asText().equals(type))
        .filter(row -> ids.contains(row.path("entityId").asText()))
        .forEach(((ArrayNode) found)::add);
    return Answer.json(200, found);
  }

  private static Answer count(Call call, Books books) {
    var type = call.parameters().getOrDefault("entitytype", "");
    var counts = (ArrayNode) FortnoxJson.valueOf(List.of());
    for (var id : call.parameters().getOrDefault("entityids", "").split(",", -1)) {
      var number =
          books.attachments().values().stream()
              .filter(row -> row.path("entityType").asText().equals(type))
              .filter(row -> row.path("entityId").asText().equals(id))
              .count();
      counts.addObject().put("entityId", Long.parseLong(id)).put("numberOfAttachments", number);
    }
    return Answer.json(200, counts);
  }

  private static Answer attach(Call call, Books books) {
    var sent = FortnoxJson.read(call.body()).filter(JsonNode::isArray);
    if (sent.isEmpty()) {
      return refused(400, "badrequest", "A list of attachments is required");
    }
    var made = new LinkedHashMap<String, ObjectNode>();
    for (var attachment : sent.get()) {
      var flaw = flaw(attachment, books);
      if (flaw.isPresent()) {
        return refused(400, "badrequest", flaw.get());
      }
      var id = UUID.randomUUID().toString();
      made.put(
          id,
          FortnoxJson.object()
              .put("entityId", attachment.path("entityId").asLong())
              .put("entityType", attachment.path("entityType").asText())
              .put("fileId", attachment.path("fileId").asText())
              .put("id", id)
              .put("includeOnSend", attachment.path("includeOnSend").asBoolean()));
    }
    books.attachments().putAll(made);
    return Answer.json(201, FortnoxJson.valueOf(made.values()));
  }

  private static Optional<String> flaw(JsonNode attachment, Books books) {
    var type = attachment.path("entityType").asText();
    if (!TYPES.contains(type) || !attachment.path("entityId").isIntegralNumber()) {
      return Optional.of("entityId and entityType are required");
    }
    var register = Optional.ofNullable(DOCUMENTS.get(type)).flatMap(Catalogue::find);
    if (register.isPresent()
        && books.store(register.get()).find(attachment.path("entityId").asText()).isEmpty()) {
      return Optional.of("The document doesn't exist");
    }
    return books.cabinet().inArchive(attachment.path("fileId").asText()).isEmpty()
        ? Optional.of("The file doesn't exist")
        : Optional.empty();
  }

  private static Answer update(Call call, String id, Books books) {
    var attachment = books.attachments().get(id);
    if (attachment == null) {
      return refused(404, "notfound", "Not found");
    }
    FortnoxJson.read(call.body())
        .ifPresent(sent -> attachment.put("includeOnSend", sent.path("includeOnSend").asBoolean()));
    return Answer.json(200, attachment);
  }

  private static Answer detach(String id, Books books) {
    return books.attachments().remove(id) == null
        ? refused(404, "notfound", "Not found")
        : Answer.empty(204);
  }

  private static Answer refused(int status, String error, String message) {
    return Answer.json(
        status,
        FortnoxJson.object()
            .put("id", UUID.randomUUID().toString())
            .put("error", error)
            .put("message", message));
  }
}
