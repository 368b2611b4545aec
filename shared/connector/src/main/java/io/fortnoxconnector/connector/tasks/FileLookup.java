package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FileCalls;
import io.fortnoxconnector.fortnox.FileContent;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.translation.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds out what became of a file's upload or deletion. An upload is the file in that folder which
 * has its name and its bytes and that no other task made (docs/adr/0021-files.md).
 */
final class FileLookup {

  private final Function<FortnoxCall, CallOutcome> fortnox;
  private final Predicate<String> isAnothers;

  /**
   * @param fortnox calls it
   * @param isAnothers whether another task made the file of that id
   */
  FileLookup(Function<FortnoxCall, CallOutcome> fortnox, Predicate<String> isAnothers) {
    this.fortnox = fortnox;
    this.isAnothers = isAnothers;
  }

  OutcomeLookup.Result deleted(String id) {
    CallOutcome outcome = fortnox.apply(FileCalls.content(id));
    return isGone(outcome)
        ? new OutcomeLookup.Found(JsonNodeFactory.instance.objectNode())
        : outcome instanceof CallOutcome.Answered
            ? new OutcomeLookup.Absent()
            : OutcomeLookup.unanswered(outcome);
  }

  OutcomeLookup.Result uploaded(Task task, Content content) {
    CallOutcome folder = fortnox.apply(FileCalls.folder(task.entity()));
    if (isGone(folder)) {
      return new OutcomeLookup.Absent();
    }
    if (!(folder instanceof CallOutcome.Answered(var document, _))) {
      return OutcomeLookup.unanswered(folder);
    }
    List<ObjectNode> matches = new ArrayList<>();
    for (JsonNode row : document.at("/Folder/Files")) {
      ObjectNode file = Files.located((ObjectNode) row, task.entity());
      String id = Files.FILES.idOf(file);
      if (!isLike(file, task, content) || isAnothers.test(id)) {
        continue;
      }
      CallOutcome outcome = fortnox.apply(FileCalls.content(id));
      if (outcome instanceof CallOutcome.Answered(var answer, _)) {
        if (FileContent.in(answer)
            .filter(found -> content.isOf(found.bytes().binaryValue()))
            .isPresent()) {
          matches.add(file);
        }
      } else if (!isGone(outcome)) {
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

  private static boolean isGone(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Refused(var error) && error.kind() == Kind.NOT_FOUND;
  }
}
