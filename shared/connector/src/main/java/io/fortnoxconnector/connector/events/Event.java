package io.fortnoxconnector.connector.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened, thin: what it's about has to be read. Shaped as Standard Webhooks has it
 * (<a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks: "Payload structure"</a>).
 *
 * @param id the same whenever the same change is told again
 * @param type such as {@code customer.created}
 * @param at when it was found
 * @param data which thing it's about, by names in camel case
 */
public record Event(String id, String type, Instant at, Map<String, String> data) {

  private static final String CHANGED_AFTER = "changedAfter";

  public Event {
    data = Map.copyOf(data);
  }

  /** As it's told, whichever way: {@code {type, timestamp, data}}. */
  public ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("type", type).put("timestamp", at.toString());
    ObjectNode about = json.putObject("data");
    new TreeMap<>(data).forEach(about::put);
    return json;
  }

  /** When it was looked for before, of what is found by looking. */
  Optional<Instant> since() {
    return Optional.ofNullable(data.get(CHANGED_AFTER)).map(Instant::parse);
  }

  /** What can happen to an entity. */
  public enum Kind {
    CREATED("created"),
    UPDATED("updated"),
    DELETED("deleted");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it stands in an event's type. */
    String word() {
      return word;
    }
  }

  /**
   * A change of an entity.
   *
   * @param hash of what the entity holds now
   * @param previous the id of the event that was told of it before; where there is none, since when
   *     there's the connection. A value that changes to and fro is told with another id each time
   * @param since when the resource was looked at before: it changed after that
   */
  static Event of(
      String connection,
      Watched watched,
      String entity,
      Kind kind,
      String hash,
      String previous,
      Instant since,
      Instant now) {
    var data = new TreeMap<String, String>();
    data.put("connectionId", connection);
    data.put("resource", watched.name());
    data.put("resourceId", entity);
    data.put(CHANGED_AFTER, since.toString());
    return new Event(
        Ids.derived("event", connection, watched.name(), entity, kind.word, hash, previous),
        watched.type(kind),
        now,
        data);
  }
}
