package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a resource each column of a file fills. A field inside others is named by the way
 * to it, with an entry's type on the way: {@code addresses.BILLING.city}.
 */
final class Columns {

  /** A field that a column can fill. */
  record Target(List<String> path, String type) {
    String name() {
      return String.join(".", path);
    }
  }

  private final Map<String, Target> known = new LinkedHashMap<>();

  private Columns() {}

  /** Those of a resource, as {@code GET /accounting/capabilities} describes it. */
  static Columns of(JsonNode resource) {
    var columns = new Columns();
    columns.add(resource.path("fields"), List.of());
    return columns;
  }

  private void add(JsonNode fields, List<String> above) {
    for (JsonNode field : fields) {
      if (field.path("readOnly").asBoolean()) {
        continue;
      }
      List<String> path = new ArrayList<>(above);
      path.add(field.path("name").asText());
      JsonNode members = field.path("members");
      List<String> types = types(members);
      if (!types.isEmpty()) {
        for (String type : types) {
          var entry = new ArrayList<>(path);
          entry.add(type);
          add(members, entry);
        }
      } else if (field.path("type").asText().equals("object")) {
        add(members, path);
      } else if (members.isEmpty() && !path.getLast().equals("type")) {
        var target = new Target(List.copyOf(path), field.path("type").asText());
        known.putIfAbsent(plain(target.name()), target);
      }
    }
  }

  /** The words that tell a list's entries from each other. */
  private static List<String> types(JsonNode members) {
    var types = new ArrayList<String>();
    for (JsonNode member : members) {
      if (member.path("name").asText().equals("type")) {
        member.path("values").forEach(value -> types.add(value.asText()));
      }
    }
    return types;
  }

  /** The field that a header names; case, spaces and signs don't count. */
  Optional<Target> named(String header) {
    return Optional.ofNullable(known.get(plain(header)));
  }

  /** The field whose name is most like it, if one is like it at all. */
  Optional<String> suggestion(String header) {
    String plain = plain(header);
    return known.entrySet().stream()
        .filter(field -> distance(plain, field.getKey()) <= Math.max(1, plain.length() / 3))
        .min(Comparator.comparingInt(field -> distance(plain, field.getKey())))
        .map(field -> field.getValue().name());
  }

  /**
   * Puts a cell's text into a body.
   *
   * @return what is wrong with the text; null if nothing is
   */
  static @Nullable String fill(ObjectNode body, Target target, String text) {
    ObjectNode place = body;
    List<String> path = target.path();
    for (int step = 0; step < path.size() - 1; step++) {
      place =
          step + 1 < path.size() - 1 && isType(path.get(step + 1))
              ? entry(place, path.get(step), path.get(++step))
              : place.withObjectProperty(path.get(step));
    }
    String name = path.getLast();
    switch (target.type()) {
      case "number", "integer" -> {
        try {
          place.put(name, new BigDecimal(text.replace(',', '.')));
        } catch (NumberFormatException notANumber) {
          return text + " is no number; write it as 1234.5 or 1234,5.";
        }
      }
      case "boolean" -> {
        switch (text.toLowerCase(Locale.ROOT)) {
          case "true", "yes", "ja", "1" -> place.put(name, true);
          case "false", "no", "nej", "0" -> place.put(name, false);
          default -> {
            return text + " is neither true nor false.";
          }
        }
      }
      default -> place.put(name, text);
    }
    return null;
  }

  private static boolean isType(String step) {
    return step.equals(step.toUpperCase(Locale.ROOT));
  }

  private static ObjectNode entry(ObjectNode place, String list, String type) {
    for (JsonNode entry : place.withArrayProperty(list)) {
      if (entry.path("type").asText().equals(type) && entry instanceof ObjectNode object) {
        return object;
      }
    }
    return place.withArrayProperty(list).addObject().put("type", type);
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** How many letters must be changed, added or left out (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
