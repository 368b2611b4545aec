package io.fortnoxconnector.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a resource's list.
 *
 * @param refused names that a caller may well expect, and why Fortnox can't filter by them
 */
record Filters(List<Filter> all, Map<String, String> refused) {

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
