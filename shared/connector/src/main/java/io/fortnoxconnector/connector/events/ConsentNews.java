package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.events.Notes.Sighting;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a connection itself: its consent was given, anew or for the first time ({@code
 * connection.created}), or its state is another ({@code connection.updated}). An end isn't told:
 * with the connection goes the key that events are asked for with.
 */
final class ConsentNews {

  /** What was seen of it stands beside what was seen of resources; no resource has this name. */
  static final String RESOURCE = "connection";

  static final String ID = "consent";

  private ConsentNews() {}

  /** The news since what was seen before; null where it's new. */
  static Optional<Sighting> of(Connection connection, @Nullable Seen before, Instant now) {
    ConsentDetail detail = connection.consentDetail();
    String given = connection.connectedAt().toString();
    String state =
        Key.sha256(
            String.join(
                " ",
                connection.consent().name(),
                detail == null ? "" : detail.scope(),
                String.join(" ", connection.scopes())));
    boolean isNew = before == null || !before.row().equals(given);
    if (before != null && before.row().equals(given) && before.whole().equals(state)) {
      return Optional.empty();
    }
    var data = new TreeMap<String, String>();
    data.put("connectionId", connection.id());
    data.put("consent", connection.consent().name());
    if (detail != null && !detail.scope().isEmpty()) {
      data.put("scope", detail.scope());
    }
    String type = RESOURCE + (isNew ? ".created" : ".updated");
    String previous = before == null ? null : before.event();
    String id =
        Ids.derived("event", connection.id(), type, given, state, previous == null ? "" : previous);
    return Optional.of(
        new Sighting(
            RESOURCE, ID, new Seen(given, state, now, id, false), new Event(id, type, now, data)));
  }
}
