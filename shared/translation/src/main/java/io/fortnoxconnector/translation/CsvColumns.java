package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a resource each column of a table fills. A field inside others is named by the way
 * to it, with an entry's type or its place, from 0, on the way: {@code addresses.BILLING.city},
 * {@code lineItems.0.quantity}. Capital letters, spaces and signs don't count.
 */
public final class CsvColumns {

  private static final Pattern STEP = Pattern.compile("[./]");
  private static final Pattern PLACE = Pattern.compile("\\d{1,3}");

  /** What stands for any place in a list. */
  private static final String ANY = "#";

  private final Map<String, Target> known = new LinkedHashMap<>();

  /** A field that a column can fill; its type is one of JSON's. */
  private record Target(List<String> path, String type) {
    String shown() {
      return String.join(".", path).replace(ANY, "0");
    }
  }

  /**
   * A column.
   *
   * @param path from the body's root to the field, with types and places of lists' entries
   */
  public record Column(List<String> path, String type) {}

  private CsvColumns() {}

  public static CsvColumns of(Resource resource) {
    var columns = new CsvColumns();
    columns.add(resource.fields(), List.of());
    return columns;
  }

  private void add(List<FieldDescription> fields, List<String> above) {
    for (FieldDescription field : fields) {
      if (field.readOnly()) {
        continue;
      }
      List<String> path = new ArrayList<>(above);
      path.add(field.name());
      switch (field.type()) {
        case "object" -> add(field.members(), path);
        case "array" -> types(field).forEach(type -> add(field.members(), entry(path, type)));
        default -> {
          if (above.isEmpty() || !field.name().equals("type")) {
            var target = new Target(List.copyOf(path), field.type());
            known.putIfAbsent(plain(path), target);
          }
        }
      }
    }
  }

  private static List<String> entry(List<String> list, String which) {
    var entry = new ArrayList<>(list);
    entry.add(which);
    return entry;
  }

  /** The words that tell a list's entries from each other; else any place. */
  private static List<String> types(FieldDescription list) {
    return list.members().stream()
        .filter(member -> member.name().equals("type") && !member.values().isEmpty())
        .findFirst()
        .map(FieldDescription::values)
        .orElse(List.of(ANY));
  }

  /** The column of that heading; empty where no field is called so. */
  public Optional<Column> named(String heading) {
    List<String> steps = steps(heading);
    Target target = known.get(plain(steps));
    if (target == null) {
      return Optional.empty();
    }
    var path = new ArrayList<String>();
    var places = steps.stream().filter(step -> PLACE.matcher(step).matches()).iterator();
    target.path().forEach(step -> path.add(step.equals(ANY) ? places.next() : step));
    return Optional.of(new Column(path, target.type()));
  }

  /** What a heading that names no field was likely meant to be. */
  public Optional<String> suggestion(String heading) {
    return Suggestion.nearest(plain(steps(heading)), known.keySet())
        .map(known::get)
        .map(Target::shown);
  }

  /** All that columns can be called, entries of lists by their first place. */
  List<String> names() {
    return known.values().stream().map(Target::shown).toList();
  }

  /**
   * Puts a cell's text into a body. What isn't as the field's type wants it goes in as it is: the
   * field says what is wrong.
   */
  public static void fill(ObjectNode body, Column column, String text) {
    JsonNode place = body;
    List<String> path = column.path();
    for (int step = 0; step < path.size() - 1; step++) {
      String name = path.get(step);
      String next = step + 2 < path.size() ? path.get(step + 1) : "";
      ObjectNode here = (ObjectNode) place;
      if (isEntry(next)) {
        place = entry(here.withArrayProperty(name), next);
        step++;
      } else {
        place = here.withObjectProperty(name);
      }
    }
    ((ObjectNode) place).set(path.getLast(), value(column.type(), text));
  }

  private static boolean isEntry(String step) {
    return !step.isEmpty() && step.equals(step.toUpperCase(Locale.ROOT));
  }

  private static ObjectNode entry(ArrayNode list, String which) {
    if (PLACE.matcher(which).matches()) {
      while (list.size() <= Integer.parseInt(which)) {
        list.addObject();
      }
      return (ObjectNode) list.get(Integer.parseInt(which));
    }
    for (JsonNode entry : list) {
      if (entry.path("type").asText().equals(which)) {
        return (ObjectNode) entry;
      }
    }
    return list.addObject().put("type", which);
  }

  private static JsonNode value(String type, String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonNode value =
        switch (type) {
          case "number", "integer" -> number(text);
          case "boolean" ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "ja", "1" -> nodes.booleanNode(true);
                case "false", "no", "nej", "0" -> nodes.booleanNode(false);
                default -> null;
              };
          default -> null;
        };
    return value == null ? nodes.textNode(text) : value;
  }

  /** 1234.5 or 1234,5; a longer one would be an exponent's trick. */
  private static @Nullable JsonNode number(String text) {
    return text.matches("-?\\d{1,20}([.,]\\d{1,10})?")
        ? JsonNodeFactory.instance.numberNode(new BigDecimal(text.replace(',', '.')))
        : null;
  }

  private static List<String> steps(String heading) {
    return List.of(STEP.split(heading.strip(), -1));
  }

  private static String plain(List<String> steps) {
    var plain = new StringBuilder();
    for (String step : steps) {
      plain.append(
          PLACE.matcher(step).matches() || step.equals(ANY)
              ? ANY
              : step.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    }
    return plain.toString();
  }
}
