package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.BinaryNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Translated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Files' bytes are kept before the task that is to upload them, which notes what they are. */
final class Packing {

  /** Longer than any task is open; what its end removes needn't wait for that. */
  static final Duration KEPT = Duration.ofDays(30);

  private final ContentStore contents;
  private final Timing timing;

  Packing(ContentStore contents, Timing timing) {
    this.contents = contents;
    this.timing = timing;
  }

  /** Takes the bytes out of a translated body and notes them in their place. */
  static List<BinaryNode> takenFrom(Translated.Accepted translated) {
    List<BinaryNode> bytes = new ArrayList<>();
    Content.takenFrom(translated.entity()).ifPresent(bytes::add);
    translated
        .rows()
        .getOrDefault(Files.ENCLOSED, List.of())
        .forEach(file -> Content.takenFrom(file).ifPresent(bytes::add));
    return bytes;
  }

  /** Keeps the bytes that were taken out of what became that task. */
  void keep(Task task, List<BinaryNode> bytes) {
    if (bytes.isEmpty()) {
      return;
    }
    List<String> keys =
        Content.of(task).map(own -> List.of(own.key(task))).orElseGet(() -> Enclosures.keys(task));
    for (int file = 0; file < keys.size(); file++) {
      contents.put(keys.get(file), bytes.get(file).binaryValue(), timing.now().plus(KEPT));
    }
  }
}
