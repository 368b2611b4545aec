package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A list whose entries have a type, each type with its own place in Fortnox.
 *
 * <p>CREATE and PUT take the list as a whole: a type that isn't in it is empty. PATCH changes the
 * entries that are in the list, each by its type, and leaves the others; null clears all.
 *
 * @param types all types of the unified model; Fortnox has places for some
 * @param nothingElse what an entry is told that Fortnox has no place for
 */
record TypedListPart(String name, List<String> types, List<Entry> entries, String nothingElse)
    implements Part {

  static final String TYPE = "type";
  private static final JsonNode MISSING = MissingNode.getInstance();

  /**
   * One place in Fortnox.
   *
   * @param alsoTakes types without a place of their own that go here while it's free
   */
  record Entry(String type, List<String> alsoTakes, Members members) {}

  @Override
  public boolean read(Reading from, String pointer, ObjectNode into) {
    ArrayNode list = into.arrayNode();
    for (Entry entry : entries) {
      ObjectNode item = into.objectNode();
      if (entry.members().read(from, Pointers.child(pointer, list.size()), item)) {
        list.add(item.put(TYPE, entry.type()));
      }
    }
    into.set(name, from.saysNothingOf(allMembers()) ? into.nullNode() : list);
    return !list.isEmpty();
  }

  @Override
  public void write(JsonNode given, String pointer, Draft draft) {
    if (given.isMissingNode() || given.isNull()) {
      boolean clears = given.isNull() && draft.mode() == WriteMode.PATCH;
      entries.forEach(entry -> entry.members().write(clears ? given : MISSING, pointer, draft));
    } else if (!given.isArray()) {
      draft.problem(Problems.wrongShape(pointer, name, "an array"));
    } else if (given.isEmpty() && draft.mode() == WriteMode.PATCH) {
      draft.warn(Warnings.emptyList(pointer));
    } else {
      writeEntries(placed(given, pointer, draft), pointer, draft);
    }
  }

  private void writeEntries(Map<String, Item> placed, String pointer, Draft draft) {
    for (Entry entry : entries) {
      Item item = placed.get(entry.type());
      if (item == null) {
        entry.members().write(MISSING, pointer, draft);
      } else {
        entry.members().refuseUnknown(item.given(), item.pointer(), Set.of(TYPE), draft);
        entry.members().write(item.given(), item.pointer(), draft);
      }
    }
  }

  private record Item(String type, JsonNode given, String pointer) {}

  /** The entries that Fortnox has a place for, by the type of the place. */
  private Map<String, Item> placed(JsonNode given, String pointer, Draft draft) {
    Map<String, Item> placed = new HashMap<>();
    List<Item> others = new ArrayList<>();
    for (Item item : items(given, pointer, draft)) {
      if (entries.stream().anyMatch(entry -> entry.type().equals(item.type()))) {
        placed.put(item.type(), item);
      } else {
        others.add(item);
      }
    }
    // An entry with a place of its own comes first, wherever in the list it stands.
    for (Item item : others) {
      Optional<Entry> place =
          entries.stream().filter(entry -> entry.alsoTakes().contains(item.type())).findFirst();
      if (place.isEmpty()) {
        draft.warn(Warnings.notStored(item.pointer(), nothingElse));
      } else if (placed.putIfAbsent(place.get().type(), item) == null) {
        draft.warn(Warnings.typeChanged(item.pointer(), item.type(), place.get().type()));
      } else {
        draft.warn(Warnings.placeTaken(item.pointer(), item.type(), place.get().type()));
      }
    }
    return placed;
  }

  private List<Item> items(JsonNode given, String pointer, Draft draft) {
    List<Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String at = Pointers.child(pointer, i);
      String atType = Pointers.child(at, TYPE);
      JsonNode type = given.get(i).path(TYPE);
      if (!given.get(i).isObject()) {
        draft.problem(Problems.wrongShape(at, name + " " + i, "an object"));
      } else if (Fortnox.isNothing(type)) {
        draft.problem(Problems.required(atType, TYPE));
      } else if (!type.isTextual() || !types.contains(type.asText())) {
        String flaw = "must be one of " + String.join(", ", types);
        draft.problem(Problems.invalid(atType, TYPE, type, flaw));
      } else if (!seen.add(type.asText())) {
        draft.problem(Problems.duplicate(atType, type.asText()));
      } else {
        items.add(new Item(type.asText(), given.get(i), at));
      }
    }
    return items;
  }

  @Override
  public Stream<Column> columns() {
    return entries.stream().flatMap(entry -> entry.members().columns());
  }

  private Members allMembers() {
    return new Members(
        entries.stream().flatMap(entry -> entry.members().parts().stream()).toList());
  }

  @Override
  public FieldDescription described(Set<String> listed) {
    Map<String, FieldDescription> members = new LinkedHashMap<>();
    allMembers()
        .described(listed)
        .forEach(member -> members.merge(member.name(), member, Descriptions::merged));
    List<FieldDescription> all = new ArrayList<>(members.values());
    all.add(Descriptions.type(types, "Fortnox has places for " + placeNames() + "."));
    return Descriptions.object(name, "array", false, nothingElse, all);
  }

  private String placeNames() {
    return String.join(", ", entries.stream().map(Entry::type).toList());
  }
}
