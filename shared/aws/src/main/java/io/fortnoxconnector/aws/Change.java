package io.fortnoxconnector.aws;

import java.util.Set;
import java.util.stream.Collectors;

/** What an item becomes, as an expression with its values. */
record Change(String expression, Item values) {

  /** Sets what there is, and removes of the others what may be missing. */
  static Change to(Item item, Set<String> optional) {
    Item values = Item.empty();
    item.attributes().forEach((name, value) -> values.put(":" + name, value));
    String sets =
        item.attributes().keySet().stream()
            .sorted()
            .map(name -> name + " = :" + name)
            .collect(Collectors.joining(", "));
    String removes =
        optional.stream().filter(name -> !item.has(name)).collect(Collectors.joining(", "));
    return new Change("SET " + sets + (removes.isEmpty() ? "" : " REMOVE " + removes), values);
  }
}
