package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.Form;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /3/inbox} and {@code /3/archive}: folders as documents, files as forms and bytes. */
public final class CabinetEndpoint {

  private static final int MOST_BYTES = 20_000_000;

  /** What runs when it's opened. Fortnox publishes no list. */
  private static final Set<String> REFUSED = Set.of("exe", "bat", "cmd", "com", "js", "vbs", "scr");

  private CabinetEndpoint() {}

  /** Whether that is a place of files. */
  public static boolean isOne(List<String> segments) {
    return segments.size() >= 2
        && segments.size() <= 3
        && (segments.get(1).equals("inbox") || segments.get(1).equals("archive"));
  }

  /**
   * Reads or changes one company's files.
   *
   * @param place inbox or archive
   * @param id what follows it in the path
   */
  public static Answer answer(Call call, String place, Optional<String> id, Books books) {
    var inInbox = place.equals("inbox");
    return books.alone(
        () ->
            switch (call.method()) {
              case "GET" -> read(call, inInbox, id, books.cabinet());
              case "POST" ->
                  id.isPresent()
                      ? Refusal.noSuchRoute().answer()
                      : upload(call, inInbox, books.cabinet());
              case "DELETE" -> delete(call, inInbox, id, books.cabinet());
              default -> Refusal.noSuchRoute().answer();
            });
  }

  private static Answer read(Call call, boolean inInbox, Optional<String> id, Cabinet cabinet) {
    var wanted = inInbox ? id : Optional.ofNullable(call.parameters().get("fileid")).or(() -> id);
    if (wanted.isPresent()) {
      var file = inInbox ? cabinet.inInbox(wanted.get()) : cabinet.inArchive(wanted.get());
      if (file.isPresent()) {
        return bytes(file.get());
      }
    }
    var folder = inInbox ? id.orElse("") : id.orElse(call.parameters().getOrDefault("path", ""));
    return cabinet.hasFolder(inInbox, folder)
        ? Answer.json(200, folder(call, inInbox, folder, cabinet))
        : Refusal.noSuchFile().answer();
  }

  private static Answer bytes(StoredFile file) {
    return Answer.bytes(file.contentType(), file.bytes())
        .with(
            "Content-Disposition",
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static Answer upload(Call call, boolean inInbox, Cabinet cabinet) {
    var form = Form.of(call);
    if (form.isEmpty()) {
      return Refusal.noFile().answer();
    }
    var name = form.get().fileName();
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || REFUSED.contains(extension)) {
      return Refusal.fileTypeRefused(extension).answer();
    }
    if (form.get().bytes().length() > MOST_BYTES) {
      return Refusal.fileTooLarge().answer();
    }
    var parameters = call.parameters();
    var folder =
        parameters.getOrDefault(
            inInbox ? "folderId" : "folderid", parameters.getOrDefault("path", ""));
    if (!cabinet.hasFolder(inInbox, folder)) {
      return Refusal.noSuchFile().answer();
    }
    var file = cabinet.add(inInbox, folder, name, form.get().contentType(), form.get().bytes());
    return Answer.json(201, FortnoxJson.object().set("File", row(call, file)));
  }

  private static Answer delete(Call call, boolean inInbox, Optional<String> id, Cabinet cabinet) {
    var path = call.parameters().getOrDefault("path", "");
    if (!inInbox && id.isEmpty() && !path.isEmpty() && cabinet.hasFolder(false, path)) {
      cabinet.removeFolder(path);
      return Answer.empty(204);
    }
    var file =
        inInbox
            ? id.flatMap(cabinet::inInbox)
            : id.flatMap(cabinet::inArchive).filter(found -> !found.inInbox());
    file.ifPresent(cabinet::remove);
    return file.isPresent() ? Answer.empty(204) : Refusal.noSuchFile().answer();
  }

  private static ObjectNode folder(Call call, boolean inInbox, String id, Cabinet cabinet) {
    var wrapper = FortnoxJson.object();
    var folder = wrapper.putObject("Folder");
    var address = address(call, inInbox);
    folder.put("@url", id.isEmpty() ? address : address + "/" + id);
    folder.put("Email", inInbox ? "bolag@arkivplats.example" : null);
    var files = folder.putArray("Files");
    cabinet.files(inInbox, id).forEach(file -> files.add(row(call, file)));
    var folders = folder.putArray("Folders");
    if (!inInbox) {
      cabinet
          .archiveFolders(id)
          .forEach(
              path ->
                  folders
                      .addObject()
                      .put("@url", address + "?path=" + path)
                      .put("Id", path)
                      .put("Name", path.substring(path.lastIndexOf('/') + 1)));
    } else if (id.isEmpty()) {
      Cabinet.INBOX_FOLDERS.forEach(
          (key, name) ->
              folders
                  .addObject()
                  .put("@url", address + "/" + key)
                  .put("Id", key)
                  .put("Name", name));
    }
    folder.put("Id", id.isEmpty() ? "root" : id);
    folder.put("Name", name(inInbox, id));
    return wrapper;
  }

  private static String name(boolean inInbox, String id) {
    if (id.isEmpty()) {
      return inInbox ? "Inkorg" : "Arkiv";
    }
    return inInbox
        ? Map.copyOf(Cabinet.INBOX_FOLDERS).getOrDefault(id, id)
        : id.substring(id.lastIndexOf('/') + 1);
  }

  private static ObjectNode row(Call call, StoredFile file) {
    var row =
        FortnoxJson.object()
            .put("@url", address(call, file.inInbox()) + "/" + file.id())
            .put("Comments", "")
            .put("Id", file.id())
            .put("Name", file.name())
            .put("Path", file.folder())
            .put("Size", file.bytes().length());
    return file.inInbox() ? row.put("ArchiveFileId", file.archiveId()) : row;
  }

  private static String address(Call call, boolean inInbox) {
    return "http://"
        + call.header("Host").orElse("127.0.0.1")
        + (inInbox ? "/3/inbox" : "/3/archive");
  }
}
