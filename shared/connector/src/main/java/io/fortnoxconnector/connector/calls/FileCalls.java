package io.fortnoxconnector.connector.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.EntityAddress;
import io.fortnoxconnector.translation.FileRegister;
import io.fortnoxconnector.translation.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which call to Fortnox it takes to do something with a file. */
public final class FileCalls {

  private static final String INBOX = "/3/inbox";
  private static final String ARCHIVE = "/3/archive";

  private FileCalls() {}

  /**
   * Uploads a file.
   *
   * @param place says where to: the entity that is made
   */
  public static FortnoxCall upload(JsonNode place, FileContent file) {
    boolean archive = Files.isInArchive(place);
    var query = new LinkedHashMap<String, String>();
    // Fortnox spells the same parameter in two ways.
    put(query, archive ? "folderid" : "folderId", place.path(Files.FOLDER));
    put(query, "path", place.path(Files.PATH));
    return FortnoxCall.upload(archive ? ARCHIVE : INBOX, query, file);
  }

  /** The folder that a place names; without a name, the outermost one. */
  public static FortnoxCall folder(JsonNode place) {
    var query = new LinkedHashMap<String, String>();
    put(query, "path", place.path(Files.PATH));
    String collection = Files.isInArchive(place) ? ARCHIVE : INBOX;
    String folder = place.path(Files.FOLDER).asText();
    return FortnoxCall.get(
        folder.isEmpty() ? collection : collection + "/" + FortnoxCall.segment(folder), query);
  }

  /** What is in a file, by its id here. */
  public static FortnoxCall content(String id) {
    EntityAddress address = Files.FILES.address(id).orElseThrow();
    return FortnoxCall.download(
        address.collection() + "/" + FortnoxCall.segment(address.keys().getFirst()), Map.of());
  }

  /** What is in a file that an entity has. */
  public static FortnoxCall content(FileRegister register, String file) {
    return FortnoxCall.download(
        ARCHIVE + "/" + FortnoxCall.segment(file), register.fileQuery(file));
  }

  /** The files of an entity. */
  public static FortnoxCall connections(FileRegister register, EntityAddress entity) {
    return FortnoxCall.get(register.path(), register.search(entity));
  }

  public static FortnoxCall connect(FileRegister register, EntityAddress entity, String file) {
    return new FortnoxCall(
        FortnoxCall.Method.POST,
        register.path(),
        register.connectionQuery(entity),
        register.connection(entity, file));
  }

  /** Undoes a connection; the file stays where it is. */
  public static FortnoxCall disconnect(FileRegister register, JsonNode row) {
    return FortnoxCall.delete(
        register.path() + "/" + FortnoxCall.segment(register.connectionOf(row)));
  }

  private static void put(Map<String, String> query, String parameter, JsonNode value) {
    if (!value.asText().isEmpty()) {
      query.put(parameter, value.asText());
    }
  }
}
