package io.fortnoxconnector.local.stack.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the evaluated template with the place where it stands, so that every complaint can
 * name it.
 */
record Section(String where, Map<String, Object> values) {

  static Map<String, Object> asMap(@Nullable Object node, String where) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new TemplateException(where, "should be a mapping, is " + node);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    Object value = values.get(name);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    throw new TemplateException(
        where, name + (value == null ? " is missing" : " should be text, is " + value));
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  int number(String name, int otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new TemplateException(where, name + " should be a number, is " + values.get(name));
    }
  }

  boolean flag(String name, boolean otherwise) {
    return has(name) ? Boolean.parseBoolean(text(name)) : otherwise;
  }

  Section section(String name) {
    String place = where + "." + name;
    return new Section(place, has(name) ? asMap(values.get(name), place) : Map.of());
  }

  List<Object> list(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list -> List.copyOf(list);
      case Object other ->
          throw new TemplateException(where, name + " should be a list, is " + other);
    };
  }

  List<Section> sections(String name) {
    return list(name).stream()
        .map(item -> new Section(where + "." + name, asMap(item, where + "." + name)))
        .toList();
  }

  /**
   * Refuses what isn't listed: the local stack must not silently lack what the deployed one has.
   */
  Section knowing(Set<String> names) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new TemplateException(where, "the local stack doesn't know the property " + name);
      }
    }
    return this;
  }
}
