package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of an object: of the whole body, of an address, of an entry of a list. */
record Members(List<Part> parts) {

  static Members of(Part... parts) {
    return new Members(List.of(parts));
  }

  /** Adds every field to an object and says whether Fortnox had anything for any of them. */
  boolean read(Reading from, String pointer, ObjectNode into) {
    boolean found = false;
    for (Part part : parts) {
      found |= part.read(from, Pointers.child(pointer, part.name()), into);
    }
    return found;
  }

  /** Takes the fields from an object, or from none where {@code given} is missing or null. */
  void write(JsonNode given, String pointer, Draft draft) {
    for (Part part : parts) {
      JsonNode value = given.isNull() ? given : given.path(part.name());
      part.write(value, given, Pointers.child(pointer, part.name()), draft);
    }
  }

  /** Refuses what the table doesn't know, so that a misspelt field isn't lost in silence. */
  void refuseUnknown(JsonNode given, String pointer, Set<String> alsoKnown, Draft draft) {
    List<String> names = Stream.concat(names(), alsoKnown.stream()).toList();
    given
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                draft.problem(
                    Problems.unknown(Pointers.child(pointer, name), name, meant(name, names)));
              }
            });
  }

  /** Whether an object of Fortnox's holds every field that was sent. */
  boolean hold(ObjectNode held, ObjectNode sent) {
    Map<FortnoxPath, Column> columns = new HashMap<>();
    columns().forEach(column -> columns.putIfAbsent(column.place(), column));
    return FortnoxPath.leavesOf(sent)
        .allMatch(
            place -> columns.getOrDefault(place, Column.text(place)).holds(held, place.in(sent)));
  }

  Stream<Column> columns() {
    return parts.stream().flatMap(Part::columns);
  }

  List<FieldDescription> described(Set<String> listed) {
    return parts.stream().map(part -> part.described(listed)).toList();
  }

  private Stream<String> names() {
    return parts.stream().map(Part::name);
  }

  /** People who know Fortnox write Fortnox's names. */
  private Optional<String> meant(String unknown, List<String> names) {
    return Suggestion.nearest(unknown, names)
        .or(
            () ->
                parts.stream()
                    .filter(
                        part ->
                            part.columns()
                                .anyMatch(
                                    column -> column.place().name().equalsIgnoreCase(unknown)))
                    .map(Part::name)
                    .reduce((first, last) -> last));
  }
}
