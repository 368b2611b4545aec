package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Translated;
import io.fortnoxconnector.translation.WriteMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks rows in their order: what is wrong with each, and which have the same key. */
final class BulkCheck {

  private final Resource resource;
  private final @Nullable MatchBy matchBy;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Integer> twins = new ArrayList<>();
  private final Map<String, Integer> placeOf = new HashMap<>();

  BulkCheck(Resource resource, @Nullable MatchBy matchBy) {
    this.resource = resource;
    this.matchBy = matchBy;
  }

  /** Rows that are to be matched by something must have it: without it they'd be doubled. */
  static Optional<Problem> withoutKey(
      @Nullable MatchBy matchBy, Resource resource, ObjectNode entity) {
    return matchBy == null || matchBy.key(resource, entity).isPresent()
        ? Optional.empty()
        : Optional.of(
            FIELD_REQUIRED.about(
                "", "The row has no %s to be matched by.".formatted(matchBy.text())));
  }

  void row(ObjectNode row) {
    int place = twins.size();
    twins.add(-1);
    switch (resource.toFortnox(row, WriteMode.CREATE)) {
      case Translated.Rejected(var wrong) ->
          wrong.forEach(problem -> problems.add(Problem.of(problem).below("/" + place)));
      case Translated.Accepted(var entity, _, _) -> {
        withoutKey(matchBy, resource, entity)
            .ifPresent(problem -> problems.add(problem.below("/" + place)));
        if (matchBy != null) {
          matchBy
              .key(resource, entity)
              .map(key -> placeOf.put(key.toLowerCase(Locale.ROOT), place))
              .ifPresent(earlier -> twins.set(place, earlier));
        }
      }
    }
  }

  /** With pointers that begin with the row's place. */
  List<Problem> problems() {
    return problems;
  }

  /** Of each row the place of the last one before it with the same key, below 0 without one. */
  List<Integer> twins() {
    return twins;
  }
}
