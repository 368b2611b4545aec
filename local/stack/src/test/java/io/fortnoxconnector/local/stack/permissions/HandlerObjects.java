package io.fortnoxconnector.local.stack.permissions;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The project's objects that a handler is made of, read from a real instance: which class stands
 * behind a port, and which table a store was made for, is what the wiring did and needs no guess.
 */
final class HandlerObjects {

  private static final String OURS = "io.fortnoxconnector.";

  private final Map<Object, List<Object>> parts = new IdentityHashMap<>();
  private final Object handler;

  HandlerObjects(Object handler) {
    this.handler = handler;
    Deque<Object> open = new ArrayDeque<>(List.of(handler));
    while (!open.isEmpty()) {
      Object one = open.pop();
      if (!parts.containsKey(one)) {
        List<Object> found = partsOf(one);
        parts.put(one, found);
        open.addAll(found);
      }
    }
  }

  Object handler() {
    return handler;
  }

  Set<Object> all() {
    return parts.keySet();
  }

  /** What the object's fields hold, also in lists, maps and optionals. */
  List<Object> parts(Object owner) {
    return parts.getOrDefault(owner, List.of());
  }

  /** The texts in the object's own fields. */
  static List<String> texts(Object owner) {
    return values(owner).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private static List<Object> partsOf(Object owner) {
    List<Object> ours = new ArrayList<>();
    values(owner).forEach(value -> collect(value, ours));
    return ours;
  }

  private static void collect(@Nullable Object value, List<Object> ours) {
    switch (value) {
      case null -> {}
      case Collection<?> many -> many.forEach(one -> collect(one, ours));
      case Map<?, ?> map -> map.values().forEach(one -> collect(one, ours));
      case Optional<?> maybe -> maybe.ifPresent(one -> collect(one, ours));
      case Enum<?> _ -> {}
      default -> {
        if (value.getClass().getName().startsWith(OURS)) {
          ours.add(value);
        }
      }
    }
  }

  private static List<Object> values(Object owner) {
    List<Object> values = new ArrayList<>();
    for (Class<?> type = owner.getClass();
        type != null && type.getName().startsWith(OURS);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        // How a lazy value is made is the composition root's business, and would bring in all of
        // it.
        boolean recipe = type.getSimpleName().equals("Lazy") && field.getName().equals("maker");
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && !recipe) {
          read(field, owner).ifPresent(values::add);
        }
      }
    }
    return values;
  }

  private static Optional<Object> read(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return Optional.ofNullable(field.get(owner));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
