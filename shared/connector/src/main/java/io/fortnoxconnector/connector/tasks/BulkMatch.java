package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.MATCH_AMBIGUOUS;
import static io.fortnoxconnector.connector.problems.ProblemType.OUTCOME_UNCERTAIN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.translation.Lookup;
import io.fortnoxconnector.translation.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a row's entity is at Fortnox already, when the row's turn comes. */
final class BulkMatch {

  /** Each that the list doesn't show as a whole costs a request. */
  private static final int MOST_CANDIDATES = 20;

  /** How many earlier rows with the same key are asked, the last one first. */
  private static final int MOST_TWINS = 10;

  private final TaskStore tasks;
  private final FortnoxGateway gateway;
  private final Search search;

  BulkMatch(TaskStore tasks, FortnoxGateway gateway) {
    this.tasks = tasks;
    this.gateway = gateway;
    this.search = new Search(gateway);
  }

  /** What it came to. */
  sealed interface Result {}

  record Known(String id) implements Result {}

  record Unknown() implements Result {}

  /** It can't be told, for good. */
  record Stopped(Problem problem) implements Result {}

  record Later(Problem problem) implements Result {}

  /** Who asks, of whom. */
  record Asker(Connection connection, Deadline deadline) {}

  /**
   * Looks for a row's entity.
   *
   * @param entity in Fortnox's terms, as if it were to be created
   */
  Result find(
      Task run, int index, MatchBy by, ObjectNode entity, BulkRows.Reading reading, Asker asker) {
    Optional<Result> made = made(run, index, reading);
    if (made.isPresent()) {
      return made.get();
    }
    Resource resource = run.ofResource();
    String key = by.key(resource, entity).orElseThrow();
    Optional<Lookup> lookup = by.lookup(resource);
    return lookup.isPresent()
        ? listed(lookup.get(), entity, resource, asker)
        : numbered(key, entity, resource, asker);
  }

  /** An earlier row of the same run with the same key, whose entity a list may not show yet. */
  private Optional<Result> made(Task run, int index, BulkRows.Reading reading) {
    OptionalInt twin = reading.twin(index);
    for (int i = 0; twin.isPresent() && i < MOST_TWINS; i++) {
      int place = twin.getAsInt();
      Optional<Task> earlier = tasks.find(BulkRows.id(run.id(), place));
      Optional<Result> id = earlier.flatMap(Task::writtenTo).map(Known::new);
      if (id.isPresent()) {
        return id;
      }
      if (earlier.filter(task -> task.state() == TaskState.UNCERTAIN).isPresent()) {
        return Optional.of(
            new Stopped(
                OUTCOME_UNCERTAIN.about(
                    "Row %d is for the same one, and nobody knows what became of it."
                        .formatted(place))));
      }
      twin = reading.twin(place);
    }
    return Optional.empty();
  }

  private Result numbered(String number, ObjectNode entity, Resource resource, Asker asker) {
    CallOutcome outcome = read(number, entity, resource, asker);
    if (outcome instanceof CallOutcome.Answered(var document, _)) {
      return resource.includes(resource.entityIn(document)) ? new Known(number) : new Unknown();
    }
    return isAbsent(outcome) ? new Unknown() : unanswered(outcome);
  }

  private Result listed(Lookup lookup, ObjectNode entity, Resource resource, Asker asker) {
    return switch (search.of(
        lookup, entity, Map.of(), resource, asker.connection(), asker.deadline())) {
      case Search.Unanswered(var outcome) -> unanswered(outcome);
      case Search.TooMany() -> ambiguous("More than 500");
      case Search.Listed(var candidates) when candidates.size() > MOST_CANDIDATES ->
          ambiguous("%d".formatted(candidates.size()));
      case Search.Listed(var candidates) -> among(candidates, lookup, entity, resource, asker);
    };
  }

  private Result among(
      List<Search.Candidate> candidates,
      Lookup lookup,
      ObjectNode entity,
      Resource resource,
      Asker asker) {
    String wanted = entity.path(lookup.fortnoxField()).asText();
    var known = new ArrayList<String>();
    for (Search.Candidate candidate : candidates) {
      boolean is = candidate.shown();
      if (!is) {
        CallOutcome outcome = read(candidate.id(), entity, resource, asker);
        if (outcome instanceof CallOutcome.Answered(var document, _)) {
          ObjectNode there = resource.entityIn(document);
          is = there.path(lookup.fortnoxField()).asText().equalsIgnoreCase(wanted);
        } else if (!isAbsent(outcome)) {
          return unanswered(outcome);
        }
      }
      if (is) {
        known.add(candidate.id());
      }
    }
    return switch (known.size()) {
      case 0 -> new Unknown();
      case 1 -> new Known(known.getFirst());
      default -> ambiguous(String.join(", ", known));
    };
  }

  private CallOutcome read(String id, ObjectNode entity, Resource resource, Asker asker) {
    return gateway.repeatable(
        asker.connection(),
        resource.scope(),
        ResourceCalls.read(resource, id, resource.query(entity)),
        asker.deadline());
  }

  private static boolean isAbsent(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Refused(var error) && error.kind() == Kind.NOT_FOUND;
  }

  private static Result ambiguous(String which) {
    return new Stopped(MATCH_AMBIGUOUS.about("More than one of Fortnox's match: " + which + "."));
  }

  private static Result unanswered(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Later(var problem) -> new Later(problem);
      case CallOutcome.Unknown(var problem, _) -> new Later(problem);
      case CallOutcome.Refused(var error) -> new Stopped(Problem.of(error));
      case CallOutcome.Disconnected(var problem) -> new Stopped(problem);
      case CallOutcome.Answered _ -> throw new IllegalArgumentException("that is an answer");
    };
  }
}
