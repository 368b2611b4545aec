package io.fortnoxconnector.connector.reading;

import static io.fortnoxconnector.connector.problems.ProblemType.FORTNOX_UNAVAILABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;
import static io.fortnoxconnector.translation.Files.FILES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FileCalls;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.ReadOutcome.Listed;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.EntityAddress;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.FileTypes;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Unified;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads folders and files. Fortnox gives a folder as a whole: pages are made here. */
public final class FileReader {

  /** More wouldn't fit into the 29 s that API Gateway waits. */
  private static final int MOST_FOLDERS = 100;

  private final FortnoxGateway gateway;

  public FileReader(FortnoxGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * The files of folders.
   *
   * @param places which folders, by the fields of an upload
   * @param expand whether with all that is in the folders below
   */
  public ReadOutcome list(
      Connection connection,
      List<ObjectNode> places,
      Expand expand,
      int page,
      int limit,
      Deadline deadline) {
    Deque<ObjectNode> open = new ArrayDeque<>(places);
    List<ObjectNode> files = new ArrayList<>();
    ObjectNode raw = JsonNodeFactory.instance.objectNode();
    var folders = raw.putArray("Folders");
    int left = 0;
    while (!open.isEmpty()) {
      ObjectNode place = open.pop();
      if (folders.size() == MOST_FOLDERS) {
        return new ReadOutcome.Failed(
            PARAMETER_INVALID.about(
                "expand",
                "There are more than " + MOST_FOLDERS + " folders: ask for one of them."));
      }
      CallOutcome outcome = read(connection, FileCalls.folder(place), deadline);
      if (!(outcome instanceof CallOutcome.Answered(var document, var now))) {
        return Reader.failed(outcome);
      }
      left = now;
      JsonNode folder = document.path("Folder");
      folders.add(folder);
      folder.path("Files").forEach(file -> files.add(Files.located((ObjectNode) file, place)));
      if (expand == Expand.FULL) {
        folder.path("Folders").forEach(below -> open.add(below(place, below)));
      }
    }
    List<Unified> shown =
        files.stream().skip((page - 1L) * limit).limit(limit).map(FILES::fromListRow).toList();
    return new Listed(
        shown, files.size(), Math.ceilDiv(files.size(), limit), page, null, raw, left);
  }

  /** The archive's folders are known by their path, the inbox's by their id. */
  private static ObjectNode below(ObjectNode place, JsonNode folder) {
    ObjectNode below = JsonNodeFactory.instance.objectNode();
    if (!Files.isInArchive(place)) {
      return below.put(Files.FOLDER, folder.path("Id").asText());
    }
    String path = place.path(Files.PATH).asText();
    String name = folder.path("Name").asText();
    return below
        .put(Files.PLACE, Files.ARCHIVE)
        .put(Files.PATH, path.isEmpty() ? name : path + "/" + name);
  }

  /** What is in a file. */
  public FileOutcome content(Connection connection, String id, Deadline deadline) {
    return file(id, read(connection, FileCalls.content(id), deadline));
  }

  /** The files that belong to an entity, as rows of their register. */
  public ReadOutcome attachments(
      Connection connection, FileRegister register, EntityAddress entity, Deadline deadline) {
    CallOutcome outcome =
        gateway.read(
            connection, FileRegister.SCOPE, FileCalls.connections(register, entity), deadline);
    if (!(outcome instanceof CallOutcome.Answered(var document, var left))) {
      return Reader.failed(outcome);
    }
    ObjectNode raw = JsonNodeFactory.instance.objectNode();
    var kept = raw.putArray("Connections");
    List<Unified> files = new ArrayList<>();
    for (JsonNode row : register.rows(document)) {
      if (register.isOf(row, entity)) {
        kept.add(row);
        files.add(FILES.fromFortnox(file(register, row), Map.of()));
      }
    }
    return new Listed(files, files.size(), 1, 1, null, raw, left);
  }

  private static ObjectNode file(FileRegister register, JsonNode row) {
    ObjectNode file = JsonNodeFactory.instance.objectNode().put("Id", register.fileOf(row));
    String name = register.nameOf(row);
    return name.isEmpty() ? file : file.put(Files.NAME, name);
  }

  /** What is in a file that belongs to an entity. */
  public FileOutcome attachment(
      Connection connection,
      FileRegister register,
      EntityAddress entity,
      String id,
      Deadline deadline) {
    return switch (attachments(connection, register, entity, deadline)) {
      case Listed listed when has(listed, id) ->
          file(id, read(connection, FileCalls.content(register, id), deadline));
      case Listed _ ->
          new FileOutcome.Failed(NOT_FOUND.about("This entity has no attachment of that id."));
      case ReadOutcome.Failed(var problem) -> new FileOutcome.Failed(problem);
      case ReadOutcome.One _ -> throw new AssertionError("a list was asked for");
    };
  }

  private static boolean has(Listed listed, String id) {
    return listed.entities().stream()
        .anyMatch(file -> file.data().path(Files.ID).asText().equals(id));
  }

  /**
   * What is in the file that an entity was made from: of several the first PDF, because a scan may
   * have a photograph or an e-invoice's XML beside it.
   */
  public FileOutcome document(
      Connection connection, FileRegister register, EntityAddress entity, Deadline deadline) {
    return switch (attachments(connection, register, entity, deadline)) {
      case Listed(var files, _, _, _, _, _, _) ->
          main(files)
              .map(id -> file(id, read(connection, FileCalls.content(register, id), deadline)))
              .orElseGet(
                  () ->
                      new FileOutcome.Failed(
                          NOT_FOUND.about(
                              "No file is connected with this entity, if there is one of that id."
                                  + " A POST to its attachments adds one.")));
      case ReadOutcome.Failed(var problem) -> new FileOutcome.Failed(problem);
      case ReadOutcome.One _ -> throw new AssertionError("a list was asked for");
    };
  }

  private static Optional<String> main(List<Unified> files) {
    return files.stream()
        .filter(file -> file.data().path("contentType").asText().equals(FileTypes.PDF))
        .findFirst()
        .or(() -> files.stream().findFirst())
        .map(file -> file.data().path(Files.ID).asText());
  }

  private static FileOutcome file(String id, CallOutcome outcome) {
    if (!(outcome instanceof CallOutcome.Answered(var answer, var left))) {
      return new FileOutcome.Failed(Reader.failed(outcome).problem());
    }
    return FileContent.in(answer)
        .<FileOutcome>map(
            file ->
                isFolder(file)
                    ? new FileOutcome.Failed(
                        NOT_FOUND.about("That is a folder's id, not a file's."))
                    : new FileOutcome.Read(id, file, left))
        .orElseGet(
            () ->
                new FileOutcome.Failed(
                    FORTNOX_UNAVAILABLE.about("Fortnox answered something that is no file.")));
  }

  /** Fortnox shows a folder at the same address, as a document without a name. */
  private static boolean isFolder(FileContent file) {
    return file.name().isEmpty() && file.contentType().startsWith("application/json");
  }

  private CallOutcome read(Connection connection, FortnoxCall call, Deadline deadline) {
    return gateway.read(connection, FILES.scopeAt(call.path()), call, deadline);
  }
}
