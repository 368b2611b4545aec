package io.fortnoxconnector.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a resource's list.
 *
 * @param refused names that a caller may well expect, and why Fortnox can't filter by them
 * @param ofOne names of those that also say which entity of an id is meant, such as an account's
 *     financial year
 */
record Filters(List<Filter> all, Map<String, String> refused, Set<String> ofOne) {

  /** Those that are asked of one entity, too. Others are left out. */
  FilterTranslation translateOfOne(Map<String, String> parameters) {
    Map<String, String> known = new LinkedHashMap<>(parameters);
    known.keySet().retainAll(ofOne);
    return translate(known);
  }

  FilterTranslation translate(Map<String, String> parameters) {
    Map<String, String> query = new LinkedHashMap<>();
    List<FieldProblem> problems = new ArrayList<>();
    parameters.forEach(
        (name, value) -> {
          Filter filter = named(name);
          if (filter != null) {
            filter
                .translate(value, query)
                .ifPresent(detail -> problems.add(Problems.filterInvalid(name, detail)));
          } else if (refused.containsKey(name)) {
            problems.add(Problems.filterInvalid(name, refused.get(name)));
          } else {
            problems.add(Problems.filterUnknown(name, names()));
          }
        });
    return problems.isEmpty()
        ? new FilterTranslation.Accepted(query)
        : new FilterTranslation.Rejected(problems);
  }

  @Nullable Filter named(String name) {
    return all.stream()
        .filter(filter -> filter.described().name().equals(name))
        .findFirst()
        .orElse(null);
  }

  List<FilterDescription> described() {
    return all.stream().map(Filter::described).toList();
  }

  private List<String> names() {
    return described().stream().map(FilterDescription::name).toList();
  }
}
