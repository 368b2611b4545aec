package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.fortnox.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of bulk runs, as they were sent: too many for a task to hold. They lie beside it in
 * parts, so that whoever carries out a few doesn't read all.
 */
final class BulkRows {

  private static final String ROWS = "rows";
  private static final String MATCH_BY = "matchBy";
  private static final String TWINS = "twins";
  private static final int PART = 100;

  /** A run's id has as many signs as all. */
  private static final Pattern ID = Pattern.compile("([a-z2-7]{26})r(0|[1-9]\\d{0,4})");

  private final ContentStore contents;

  BulkRows(ContentStore contents) {
    this.contents = contents;
  }

  /** Which row of which run. */
  record Place(String run, int index) {}

  /** What a run's task holds in place of the rows. */
  static ObjectNode header(int rows, @Nullable MatchBy matchBy) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(ROWS, rows)
        .put(MATCH_BY, matchBy == null ? null : matchBy.name());
  }

  /** By what a run's rows are matched with what is there. */
  static Optional<MatchBy> matchBy(Task run) {
    return Optional.ofNullable(run.entity().path(MATCH_BY).textValue()).map(MatchBy::valueOf);
  }

  /** How many rows a run has. */
  static int count(Task run) {
    return run.entity().path(ROWS).asInt();
  }

  /** The id of a row's own task, which says whose it is. */
  static String id(String run, int index) {
    return run + "r" + index;
  }

  /** Empty where that's no row's id. */
  static Optional<Place> place(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(new Place(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  void keep(Task run, List<ObjectNode> rows, Instant expires) {
    for (int part = 0; part * PART < rows.size(); part++) {
      ArrayNode those = JsonNodeFactory.instance.arrayNode();
      those.addAll(rows.subList(part * PART, Math.min(rows.size(), (part + 1) * PART)));
      contents.put(
          key(run, Integer.toString(part)),
          Json.write(those).getBytes(StandardCharsets.UTF_8),
          expires);
    }
  }

  /**
   * Keeps which rows have the same key.
   *
   * @param twins of each row the place of the last one before it, below 0 where there is none
   */
  void keepTwins(Task run, List<Integer> twins, Instant expires) {
    ArrayNode places = JsonNodeFactory.instance.arrayNode();
    twins.forEach(places::add);
    contents.put(key(run, TWINS), Json.write(places).getBytes(StandardCharsets.UTF_8), expires);
  }

  void forget(Task run) {
    if (matchBy(run).isPresent()) {
      contents.remove(key(run, TWINS));
    }
    for (int part = 0; part * PART < count(run); part++) {
      contents.remove(key(run, Integer.toString(part)));
    }
  }

  /** Reads rows one after the other: each part once. */
  Reading of(Task run) {
    return new Reading(run);
  }

  /** One process's reading of a run's rows. */
  final class Reading {
    private final Task run;
    private int read = -1;
    private JsonNode rows = JsonNodeFactory.instance.arrayNode();
    private @Nullable JsonNode twins;

    private Reading(Task run) {
      this.run = run;
    }

    /** Empty where it isn't kept any longer. */
    Optional<ObjectNode> at(int index) {
      int part = index / PART;
      if (part != read) {
        rows = kept(Integer.toString(part));
        read = part;
      }
      return rows.path(index % PART) instanceof ObjectNode row
          ? Optional.of(row)
          : Optional.empty();
    }

    /** The place of the last row before that one with the same key; empty where there is none. */
    OptionalInt twin(int index) {
      JsonNode all = twins == null ? kept(TWINS) : twins;
      twins = all;
      int twin = all.path(index).asInt(-1);
      return twin < 0 ? OptionalInt.empty() : OptionalInt.of(twin);
    }

    private JsonNode kept(String part) {
      return contents
          .find(key(run, part))
          .map(BulkRows::tree)
          .orElseGet(JsonNodeFactory.instance::arrayNode);
    }
  }

  /** Two requests of one idempotency key don't get at each other's rows. */
  private static String key(Task run, String part) {
    return run.id() + "/" + run.fingerprint() + "/" + part;
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept rows aren't JSON", e);
    }
  }
}
