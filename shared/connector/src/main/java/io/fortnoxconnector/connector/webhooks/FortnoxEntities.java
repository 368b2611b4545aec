package io.fortnoxconnector.connector.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads entities at Fortnox, as they're now, of what the company's budget has left over. An event
 * doesn't wait for its entity for ever: after an hour it goes without.
 */
public final class FortnoxEntities implements Entities {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
  private static final Found NONE = new Found(null);

  private final ConnectionStore connections;
  private final FortnoxGateway gateway;
  private final Timing timing;

  public FortnoxEntities(ConnectionStore connections, FortnoxGateway gateway, Timing timing) {
    this.connections = connections;
    this.gateway = gateway;
    this.timing = timing;
  }

  @Override
  public Entity of(Webhook webhook, Event event, Deadline deadline) {
    Map<String, String> about = event.data();
    String id = about.get("resourceId");
    Optional<Resource> resource =
        Optional.ofNullable(about.get("resource")).flatMap(Resources::named);
    if (!webhook.settings().includesData()
        || id == null
        || resource.isEmpty()
        || event.type().endsWith(".deleted")) {
      return NONE;
    }
    return Optional.ofNullable(about.get("connectionId"))
        .flatMap(connections::find)
        .map(connection -> read(connection, resource.get(), id, event, deadline))
        .orElse(NONE);
  }

  private Entity read(
      Connection connection, Resource resource, String id, Event event, Deadline deadline) {
    CallOutcome outcome =
        gateway.look(
            connection, resource.scope(), ResourceCalls.read(resource, id, Map.of()), deadline);
    return switch (outcome) {
      case CallOutcome.Answered(var document, _)
          when document.path(resource.singleKey()) instanceof ObjectNode entity
              && resource.includes(entity) ->
          new Found(resource.fromFortnox(entity).data());
      case CallOutcome.Answered _, CallOutcome.Refused _, CallOutcome.Disconnected _ -> NONE;
      case CallOutcome.Later(var problem) -> later(event, problem);
      case CallOutcome.Unknown(var problem, _) -> later(event, problem);
    };
  }

  private Entity later(Event event, Problem problem) {
    if (timing.now().isAfter(event.at().plus(LONGEST_WAIT))) {
      return NONE;
    }
    return new Later(Objects.requireNonNullElse(problem.retryAfter(), USUAL_PAUSE));
  }
}
