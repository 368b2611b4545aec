package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that come with an entity and are connected with it once it's there: each an upload as
 * {@link Files#FILES} has it.
 *
 * @param folder of the inbox, where they go
 */
record EnclosedFilesPart(String name, String folder) implements Part {

  /** Each takes three calls to Fortnox, and the company's later writes wait meanwhile. */
  static final int MOST = 10;

  private static final Members FILE =
      Members.of(
          new FieldPart(
              "fileName", new Column(Files.NAME, new FileNameCodec()).max(255).requiredOnCreate()),
          new ContentPart("content", Files.MOST_BYTES));

  private static final String NOTE =
      "Up to %d files that are uploaded and connected once it's there. Shown by its attachments."
          .formatted(MOST);

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    into.putArray(name);
    return false;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      return;
    }
    if (!given.isArray() || given.size() > MOST) {
      draft.problem(
          Problems.wrongShape(pointer, name, "a list of at most %d files".formatted(MOST)));
      return;
    }
    List<ObjectNode> files = new ArrayList<>();
    for (JsonNode file : given) {
      files.add(file(file, Pointers.child(pointer, files.size()), draft));
    }
    if (!files.isEmpty()) {
      draft.rows(name, files);
    }
  }

  private ObjectNode file(JsonNode given, String pointer, Draft draft) {
    Draft file = draft.ofRow(draft.mode());
    if (given.isObject()) {
      FILE.refuseUnknown(given, pointer, Set.of(), file);
      FILE.write(given, pointer, file);
    } else {
      draft.problem(Problems.wrongShape(pointer, name, "a list of objects"));
    }
    return file.entity().put(Files.FOLDER, folder);
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return new FieldDescription(
        name,
        "array",
        null,
        null,
        false,
        false,
        false,
        true,
        false,
        true,
        List.of(),
        List.of(),
        NOTE,
        FILE.described(Set.of()));
  }
}
