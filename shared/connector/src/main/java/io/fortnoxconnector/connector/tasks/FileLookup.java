package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FileCalls;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.translation.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out what became of a file's upload or deletion. An upload is the file in that folder which
 * has its name and its bytes and that no other task made (docs/adr/0021-files.md).
 */
final class FileLookup {

  private final Look look;

  FileLookup(Look look) {
    this.look = look;
  }

  OutcomeLookup.Result deleted(String id) {
    CallOutcome outcome = look.call(FileCalls.content(id));
    return Look.isGone(outcome)
        ? new OutcomeLookup.Found(JsonNodeFactory.instance.objectNode())
        : outcome instanceof CallOutcome.Answered
            ? new OutcomeLookup.Absent()
            : OutcomeLookup.unanswered(outcome);
  }

  OutcomeLookup.Result uploaded(Content content) {
    Task task = look.task();
    CallOutcome folder = look.call(FileCalls.folder(task.entity()));
    if (Look.isGone(folder)) {
      return new OutcomeLookup.Absent();
    }
    if (!(folder instanceof CallOutcome.Answered(var document, _))) {
      return OutcomeLookup.unanswered(folder);
    }
    List<ObjectNode> matches = new ArrayList<>();
    for (JsonNode row : document.at("/Folder/Files")) {
      ObjectNode file = Files.located((ObjectNode) row, task.entity());
      String id = Files.FILES.idOf(file);
      if (!isLike(file, task, content) || look.isAnothers(id)) {
        continue;
      }
      CallOutcome outcome = look.call(FileCalls.content(id));
      if (outcome instanceof CallOutcome.Answered(var answer, _)) {
        if (FileContent.in(answer)
            .filter(found -> content.isOf(found.bytes().binaryValue()))
            .isPresent()) {
          matches.add(file);
        }
      } else if (!Look.isGone(outcome)) {
        return OutcomeLookup.unanswered(outcome);
      }
    }
    return switch (matches.size()) {
      case 0 -> new OutcomeLookup.Absent();
      case 1 -> new OutcomeLookup.Found(matches.getFirst());
      default ->
          new OutcomeLookup.CannotTell(
              matches.size() + " files of that name in that folder have these bytes.");
    };
  }

  private static boolean isLike(JsonNode file, Task task, Content content) {
    return file.path(Files.NAME).asText().equals(task.entity().path(Files.NAME).asText())
        && file.path("Size").asInt(content.size()) == content.size();
  }
}
