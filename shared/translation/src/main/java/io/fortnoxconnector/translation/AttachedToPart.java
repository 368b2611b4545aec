package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file is connected to once it's at Fortnox: an entity of a resource that takes files. */
record AttachedToPart(String name) implements Part {

  private static final String NOTE =
      "What the file is to be connected with, at once; shown of the upload alone.";

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    List<ObjectNode> targets = from.rows().getOrDefault(name, List.of());
    if (targets.isEmpty()) {
      into.putNull(name);
    } else {
      into.set(name, targets.getFirst());
    }
    return false;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      return;
    }
    if (!given.isObject()) {
      draft.problem(Problems.wrongShape(pointer, name, "an object of resource and id"));
      return;
    }
    Members.of().refuseUnknown(given, pointer, Set.of(Files.RESOURCE, Files.ID), draft);
    JsonNode resource = given.path(Files.RESOURCE);
    Optional<FileRegister> register = FileRegister.of(resource.asText());
    if (register.isEmpty()) {
      draft.problem(
          Problems.wrongShape(
              Pointers.child(pointer, Files.RESOURCE),
              Files.RESOURCE,
              "one of " + String.join(", ", resources())));
      return;
    }
    JsonNode id = given.path(Files.ID);
    if (!id.isTextual() || register.get().address(id.asText()).isEmpty()) {
      draft.problem(
          Problems.wrongShape(
              Pointers.child(pointer, Files.ID),
              Files.ID,
              "the id of one of " + resource.asText()));
      return;
    }
    draft.rows(
        name,
        List.of(
            JsonNodeFactory.instance
                .objectNode()
                .put(Files.RESOURCE, resource.asText())
                .put(Files.ID, id.asText())));
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    return Descriptions.object(
        name,
        "object",
        false,
        NOTE,
        List.of(member(Files.RESOURCE, resources()), member(Files.ID)));
  }

  private static FieldDescription member(String name) {
    return member(name, List.of());
  }

  private static FieldDescription member(String name, List<String> values) {
    return new FieldDescription(
        name, "string", null, null, true, false, false, true, false, false, values, List.of(), "",
        List.of());
  }

  private static List<String> resources() {
    return FileRegister.all().stream().map(FileRegister::resource).toList();
  }
}
