package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.CONTENT_LOST;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.FileCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.FileTypes;
import io.fortnoxconnector.translation.Files;
import java.util.List;

/** What is special about uploads: their bytes lie elsewhere, and a file may be connected after. */
final class Uploads {

  private final ContentStore contents;
  private final Attachments attachments;

  Uploads(ContentStore contents, Attachments attachments) {
    this.contents = contents;
    this.attachments = attachments;
  }

  Preparation.Result call(Task task, Content content) {
    return contents
        .find(content.key(task))
        .<Preparation.Result>map(bytes -> new Preparation.Ready(call(task, bytes)))
        .orElseGet(
            () ->
                new Preparation.Stopped(
                    CONTENT_LOST.about(
                        "The file's bytes are no longer kept here: upload it anew.")));
  }

  private static FortnoxCall call(Task task, byte[] bytes) {
    String name = task.entity().path(Files.NAME).asText();
    return FileCalls.upload(
        task.entity(), new FileContent(name, FileTypes.of(name), BinaryNode.valueOf(bytes)));
  }

  /** A file as Fortnox answers it says neither which folder it's in nor, always, which place. */
  static ObjectNode located(Task task, ObjectNode file) {
    return Content.of(task).isPresent() ? Files.located(file, task.entity()) : file;
  }

  /** Connects an uploaded file with what it belongs to, unless it is already. */
  RowSync.Result connect(Task task, ObjectNode file, Connection connection, Deadline deadline) {
    String id = archiveId(file);
    for (ObjectNode target : task.rows().getOrDefault(Files.ATTACHED_TO, List.of())) {
      RowSync.Result result = attachments.connect(target, id, connection, deadline);
      if (!(result instanceof RowSync.Synced)) {
        return result;
      }
    }
    return new RowSync.Synced();
  }

  void forget(Task task) {
    Content.of(task).ifPresent(content -> contents.remove(content.key(task)));
  }

  /** Connections name files by the archive's ids, in the inbox too. */
  private static String archiveId(ObjectNode file) {
    String archived = file.path(Files.ARCHIVE_ID).asText("");
    return archived.isEmpty() ? file.path("Id").asText() : archived;
  }
}
