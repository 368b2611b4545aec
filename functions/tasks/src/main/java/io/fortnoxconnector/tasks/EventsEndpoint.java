package io.fortnoxconnector.tasks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Links;
import io.fortnoxconnector.api.Paging;
import io.fortnoxconnector.api.Parameters;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.EventList;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.translation.Warning;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /accounting/events}: what changed, the oldest first. The answer's cursor stands behind
 * its last event even where there are no more: with it the next question goes on.
 */
final class EventsEndpoint implements Endpoint {

  /** What its cursors say that they're of. */
  private static final String LIST = "events";

  private static final Warning MISSED =
      new Warning(
          "events-missed",
          "after",
          "Events behind this cursor are older than 30 days and gone. Read anew what you keep.");

  private final Gate gate;
  private final EventList events;

  EventsEndpoint(Gate gate, EventList events) {
    this.gate = gate;
    this.events = events;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /accounting/events";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    Paging paging = Paging.followed(request);
    EventList.Part part =
        events.after(
            connection, paging.behind(LIST).map(EventsEndpoint::number).orElse(0L), paging.limit());
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    part.events().forEach(event -> data.add(view(event)));
    var warnings = new ArrayList<Warning>(Parameters.warnings(request));
    if (part.missed()) {
      warnings.add(MISSED);
    }
    Cursor next = Paging.cursor(LIST, Long.toString(part.last()));
    HttpResponse response = Envelope.of(data).warning(warnings).after(next).response(200);
    return part.more()
        ? response.with("Link", Links.to(request, "next", Map.of("after", next.text())))
        : response;
  }

  private static ObjectNode view(Event event) {
    return JsonNodeFactory.instance.objectNode().put("id", event.id()).setAll(event.json());
  }

  private static long number(String behind) {
    return Optional.of(behind)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElseThrow(Paging::noCursor);
  }
}
