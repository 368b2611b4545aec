package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.tasks.OutcomeLookup.Absent;
import io.fortnoxconnector.connector.tasks.OutcomeLookup.CannotTell;
import io.fortnoxconnector.connector.tasks.OutcomeLookup.Found;
import io.fortnoxconnector.connector.tasks.OutcomeLookup.Result;
import io.fortnoxconnector.translation.Lookup;
import io.fortnoxconnector.translation.Making;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a creation made: by what names it, by the number that it asked for, or among what
 * changed since. What another task made is never taken for it.
 */
final class CreationLookup {

  private static final ZoneId FORTNOX_TIME = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter FORTNOX_FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** More candidates than this would eat the company's budget; then the task ends as uncertain. */
  private static final int MOST_CANDIDATES = 20;

  private final Search search;

  CreationLookup(FortnoxGateway gateway) {
    this.search = new Search(gateway);
  }

  Result find(Look look, Instant sentAt) {
    Optional<Making> making = look.resource().making();
    if (making.isPresent()) {
      return made(look, making.get());
    }
    return look.resource()
        .chosenNumber(look.task().entity())
        .map(number -> createdAs(look, number))
        .orElseGet(() -> createdLately(look, sentAt));
  }

  /** What something was made of names it; somebody else's can't be made once more. */
  private static Result made(Look look, Making making) {
    Look atSource = look.at(making.source());
    Result there = atSource.read(making.sourceOf(look.task().entity()));
    if (!(there instanceof Found(var source))) {
      return there;
    }
    return making.action().isDone(source) && !look.isAnothers(making.madeOf(source))
        ? look.read(making.madeOf(source))
        : new Absent();
  }

  /** Where the number is somebody else's, repeating is safe: Fortnox refuses it as taken. */
  private static Result createdAs(Look look, String number) {
    Result there = look.read(number);
    return there instanceof Found(var entity)
            && (!look.resource().holds(entity, look.task().entity()) || look.isAnothers(number))
        ? new Absent()
        : there;
  }

  private Result createdLately(Look look, Instant sentAt) {
    Optional<Lookup> by =
        look.resource().lookups().stream()
            .filter(lookup -> !look.task().entity().path(lookup.fortnoxField()).asText().isEmpty())
            .findFirst();
    if (by.isEmpty()) {
      return new CannotTell("Nothing in the body identifies what was created.");
    }
    Map<String, String> since =
        look.resource().supportsLastModified()
            ? Map.of(
                "lastmodified",
                FORTNOX_FORMAT.format(sentAt.minus(Duration.ofMinutes(2)).atZone(FORTNOX_TIME)))
            : Map.of();
    return switch (search.of(
        by.get(),
        look.task().entity(),
        since,
        look.resource(),
        look.connection(),
        look.deadline())) {
      case Search.Unanswered(var outcome) -> OutcomeLookup.unanswered(outcome);
      case Search.TooMany() ->
          new CannotTell("More entities look like the one that was sent than can be looked at.");
      case Search.Listed(var candidates) -> among(look, candidates, by.get());
    };
  }

  private static Result among(Look look, List<Search.Candidate> listed, Lookup by) {
    List<String> candidates =
        listed.stream().map(Search.Candidate::id).filter(id -> !look.isAnothers(id)).toList();
    if (candidates.size() > MOST_CANDIDATES) {
      return new CannotTell(candidates.size() + " entities look like the one that was sent.");
    }
    List<ObjectNode> matches = new ArrayList<>();
    for (String id : candidates) {
      Result read = look.read(id);
      if (read instanceof Found(var entity)) {
        if (look.resource().holds(entity, look.task().entity())) {
          matches.add(entity);
        }
      } else if (!(read instanceof Absent)) {
        return read;
      }
    }
    return switch (matches.size()) {
      case 0 -> new Absent();
      case 1 ->
          look.resource().supportsLastModified() || by.identifying()
              ? new Found(matches.getFirst())
              : new CannotTell(
                  "One with the same fields exists ("
                      + look.resource().idOf(matches.getFirst())
                      + "), and Fortnox doesn't tell since when.");
      default -> new CannotTell(matches.size() + " entities hold all fields that were sent.");
    };
  }
}
