package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One company's records of one register, in the order of their keys. */
final class Store {

  private final Register register;
  private final @Nullable Integer year;
  private final TreeMap<String, Row> rows = new TreeMap<>(NaturalOrder.KEYS);
  private final Set<String> everUsed = new HashSet<>();
  private final Map<String, Long> last = new HashMap<>();

  Store(Register register) {
    this(register, null);
  }

  /**
   * @param year the id of the financial year whose records these are; null for all years' alike
   */
  Store(Register register, @Nullable Integer year) {
    this.register = register;
    this.year = year;
  }

  Optional<Integer> year() {
    return Optional.ofNullable(year);
  }

  Optional<Row> find(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  /** The first record whose key begins with that. */
  Optional<Row> first(String prefix) {
    return rows.values().stream().filter(row -> row.key().startsWith(prefix + "/")).findFirst();
  }

  Collection<Row> all() {
    return List.copyOf(rows.values());
  }

  /** A number of a series stays taken when its record is deleted; a code becomes free again. */
  boolean isTaken(String key) {
    return register.key.isSeries() ? everUsed.contains(key) : rows.containsKey(key);
  }

  /**
   * @param series what records are numbered within; empty where all are one series
   */
  String nextNumber(String series) {
    var prefix = series.isEmpty() ? "" : series + "/";
    long next;
    do {
      next = last.merge(series, 1L, Long::sum);
    } while (everUsed.contains(prefix + next));
    return Long.toString(next);
  }

  void put(Row row) {
    rows.put(row.key(), row);
    everUsed.add(row.key());
  }

  boolean remove(String key) {
    return rows.remove(key) != null;
  }

  void removeAll() {
    rows.clear();
  }

  /** Records that can't be without the one that goes. */
  void removeReferring(String field, String key) {
    rows.values().removeIf(row -> refers(row.values(), field, key));
  }

  private static boolean refers(ObjectNode values, String field, String key) {
    return values.path(field).asText().equals(key);
  }
}
