package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Persons of whom Fortnox keeps the name, in one row each of a resource of its own.
 *
 * <p>The list that a body gives is the whole list, on PATCH too, since its entries have no type. A
 * body without it, and a PUT with null, leave the rows alone: null is also what shows where the
 * rows weren't asked for.
 */
record ContactPersonsPart(Rows rows) implements Part {
  private static final String FIRST = "firstName";
  private static final String LAST = "lastName";
  private static final String NAME_ONLY = "Fortnox keeps a contact person's name and nothing else.";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Members NOT_KEPT =
      Members.of(
          new NoPlacePart("salutation", "string", JSON.nullNode(), NAME_ONLY),
          new NoPlacePart("emailAddresses", "array", JSON.arrayNode(), NAME_ONLY),
          new NoPlacePart("phoneNumbers", "array", JSON.arrayNode(), NAME_ONLY));
  private static final TextCodec TEXT = new TextCodec();

  @Override
  public String name() {
    return rows.field();
  }

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    List<ObjectNode> held = from.rows().get(name());
    if (held == null) {
      into.putNull(name());
      return false;
    }
    ArrayNode list = into.putArray(name());
    held.forEach(row -> list.add(person(row.path(rows.valueField()).asText().strip(), from)));
    return !list.isEmpty();
  }

  /** The last word is taken for the last name, as nothing tells where it begins. */
  private static ObjectNode person(String reference, Reading from) {
    int space = reference.lastIndexOf(' ');
    ObjectNode person = JSON.objectNode();
    person.put(FIRST, space < 0 ? null : reference.substring(0, space).strip());
    person.put(LAST, reference.substring(space + 1));
    NOT_KEPT.read(from, "", person);
    return person;
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    boolean patched = draft.mode() == WriteMode.PATCH;
    if (given.isMissingNode() || (given.isNull() && !patched)) {
      return;
    }
    if (given.isArray() && given.isEmpty() && patched) {
      draft.warn(Warnings.emptyList(pointer));
    } else if (given.isArray() || given.isNull()) {
      List<ObjectNode> desired = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        desired.add(row(given.get(i), Pointers.child(pointer, i), draft));
      }
      draft.rows(name(), desired);
    } else {
      draft.problem(Problems.wrongShape(pointer, name(), "an array"));
    }
  }

  private ObjectNode row(JsonNode person, String pointer, Draft draft) {
    if (!person.isObject()) {
      draft.problem(Problems.wrongShape(pointer, "A contact person", "an object"));
      return JSON.objectNode();
    }
    NOT_KEPT.refuseUnknown(person, pointer, Set.of(FIRST, LAST), draft);
    NOT_KEPT.write(person, pointer, draft);
    String reference =
        Stream.of(FIRST, LAST)
            .map(part -> text(person.path(part), part, Pointers.child(pointer, part), draft))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    boolean unnamed = Fortnox.isNothing(person.path(FIRST)) && Fortnox.isNothing(person.path(LAST));
    if (unnamed) {
      draft.problem(Problems.required(Pointers.child(pointer, LAST), LAST));
    }
    return JSON.objectNode().put(rows.valueField(), reference);
  }

  private static String text(JsonNode given, String name, String pointer, Draft draft) {
    if (Fortnox.isNothing(given)) {
      return "";
    }
    return switch (TEXT.encode(given)) {
      case Encoded.Value(JsonNode value) -> value.asText();
      case Encoded.Flawed(String flaw) -> {
        draft.problem(Problems.invalid(pointer, name, given, flaw));
        yield "";
      }
    };
  }

  @Override
  public Stream<Column> columns() {
    return Stream.empty();
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    List<FieldDescription> members = new ArrayList<>();
    for (String part : List.of(FIRST, LAST)) {
      Column reference = new Column(rows.valueField(), TEXT);
      members.add(new FieldPart(part, reference).described(Set.of()));
    }
    members.addAll(NOT_KEPT.described(Set.of()));
    return Descriptions.object(name(), "array", false, NAME_ONLY, members);
  }
}
