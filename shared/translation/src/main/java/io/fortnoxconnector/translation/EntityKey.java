package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fortnox's keys of an entity, which are one id here: a voucher's series, number and financial year
 * become {@code A-17-5}. All but the first are whole numbers, so that the first may hold a hyphen;
 * where they aren't, what stands between them is something that none of them holds.
 *
 * @param separator stands between them
 * @param inPath the fields that follow each other in the entity's path
 * @param inQuery the fields that stand in the query instead, each with its parameter
 */
record EntityKey(String separator, List<String> inPath, Map<String, String> inQuery) {
  private static final String HYPHEN = "-";
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  EntityKey(List<String> inPath, Map<String, String> inQuery) {
    this(HYPHEN, inPath, inQuery);
  }

  /** A key of several texts. */
  static EntityKey ofTexts(String separator, String... fields) {
    return new EntityKey(separator, List.of(fields), Map.of());
  }

  /** A key of one field, as most entities have it. */
  static EntityKey of(String field) {
    return new EntityKey(List.of(field), Map.of());
  }

  String idOf(JsonNode entity) {
    return String.join(separator, fields().map(field -> text(entity, field)).toList());
  }

  private static String text(JsonNode entity, String field) {
    JsonNode value = entity.path(field);
    if (Fortnox.isNothing(value)) {
      throw new IllegalArgumentException("An entity without " + field);
    }
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asText();
  }

  /** Where the entity of that id is; empty where none can have it. */
  Optional<EntityAddress> address(String collection, String id) {
    return separator.equals(HYPHEN) ? hyphened(collection, id) : separated(collection, id);
  }

  private Optional<EntityAddress> separated(String collection, String id) {
    List<String> parts = List.of(id.split(Pattern.quote(separator), -1));
    return parts.size() == inPath.size() && parts.stream().allMatch(EntityKey::canBePartOfAPath)
        ? Optional.of(new EntityAddress(collection, parts, Map.of()))
        : Optional.empty();
  }

  private static boolean canBePartOfAPath(String part) {
    return !part.isBlank() && !part.equals(".") && !part.equals("..");
  }

  private Optional<EntityAddress> hyphened(String collection, String id) {
    Deque<String> parts = new ArrayDeque<>();
    String rest = id;
    while (parts.size() < inPath.size() + inQuery.size() - 1) {
      int at = rest.lastIndexOf(HYPHEN);
      if (at < 1 || !WHOLE.matcher(rest.substring(at + 1)).matches()) {
        return Optional.empty();
      }
      parts.push(rest.substring(at + 1));
      rest = rest.substring(0, at);
    }
    parts.push(rest);
    List<String> path = new ArrayList<>();
    inPath.forEach(_ -> path.add(parts.pop()));
    Map<String, String> query = new LinkedHashMap<>();
    inQuery.values().forEach(parameter -> query.put(parameter, parts.pop()));
    return Optional.of(new EntityAddress(collection, List.copyOf(path), query));
  }

  Stream<String> fields() {
    return Stream.concat(inPath.stream(), inQuery.keySet().stream());
  }
}
