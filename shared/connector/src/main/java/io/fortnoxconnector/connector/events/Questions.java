package io.fortnoxconnector.connector.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.Pages;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.FilterTranslation;
import io.fortnoxconnector.translation.Resource;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a look asks Fortnox about one resource, of what the company's budget has left over. */
final class Questions {

  private static final int MOST_OF_A_PAGE = 500;

  private final FortnoxGateway gateway;
  private final Connection connection;
  private final Resource resource;
  private final Deadline deadline;
  private @Nullable CallOutcome trouble;

  Questions(FortnoxGateway gateway, Connection connection, Resource resource, Deadline deadline) {
    this.gateway = gateway;
    this.connection = connection;
    this.resource = resource;
    this.deadline = deadline;
  }

  /** What came of the last question; null where it was answered, or none was asked. */
  @Nullable CallOutcome trouble() {
    return trouble;
  }

  /**
   * The list's pages.
   *
   * @param since only what changed after that; null for the whole list
   */
  Pages pages(@Nullable Instant since) {
    return new Pages(
        resource,
        query(since),
        MOST_OF_A_PAGE,
        query -> asked(ResourceCalls.list(resource, query)));
  }

  /** In Fortnox's terms, as a caller's filter would be: also which part of a list it's about. */
  private Map<String, String> query(@Nullable Instant since) {
    Map<String, String> filters =
        since == null ? Map.of() : Map.of(Resource.LAST_MODIFIED, since.toString());
    return switch (resource.filters(filters)) {
      case FilterTranslation.Accepted(var query) -> query;
      case FilterTranslation.Rejected(var problems) ->
          throw new IllegalStateException(resource.name() + ": " + problems);
    };
  }

  /** What there is to an entity. */
  sealed interface Found {}

  /** All of it. */
  record Whole(JsonNode entity) implements Found {}

  /** Fortnox refuses this one, and would show others. */
  record Hidden() implements Found {}

  /** It isn't there, or belongs to another resource by now. */
  record Gone() implements Found {}

  /** Nobody knows: there's {@link #trouble}. */
  record Unknown() implements Found {}

  /** Asks for one entity. */
  Found read(String id) {
    return switch (asked(ResourceCalls.read(resource, id, Map.of()))) {
      case CallOutcome.Answered(var document, _) -> {
        JsonNode node = document.path(resource.singleKey());
        yield node instanceof ObjectNode entity && !resource.includes(entity)
            ? new Gone()
            : new Whole(node);
      }
      case CallOutcome.Refused(var error) ->
          switch (error.kind()) {
            case NOT_FOUND -> new Gone();
            case CONFLICT, INVALID, BAD_CALL -> new Hidden();
            case SCOPE_MISSING, LICENCE_MISSING, PERMISSION_MISSING, LOGIN_REFUSED -> new Unknown();
          };
      case CallOutcome.Later _, CallOutcome.Disconnected _, CallOutcome.Unknown _ -> new Unknown();
    };
  }

  private CallOutcome asked(FortnoxCall call) {
    CallOutcome outcome = gateway.look(connection, resource.scope(), call, deadline);
    trouble = outcome instanceof CallOutcome.Answered ? null : outcome;
    return outcome;
  }
}
