package io.fortnoxconnector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

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
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.events.EventList;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.translation.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    Parameters.filters(request)
        .keySet()
        .forEach(name -> refuse(name, "This list has no filters, only after and limit."));
    if (request.parameter("page").isPresent()) {
      refuse("page", "This list has no pages: go on with after=…, as meta.after says.");
    }
    Paging paging = Paging.of(request);
    EventList.Part part =
        events.after(
            connection, paging.cursor().map(EventsEndpoint::number).orElse(0L), paging.limit());
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    part.events().forEach(event -> data.add(view(event)));
    var warnings = new ArrayList<Warning>(Parameters.warnings(request));
    if (part.missed()) {
      warnings.add(MISSED);
    }
    Cursor next = new Cursor(LIST, 0, List.of(Long.toString(part.last())));
    HttpResponse response = Envelope.of(data).warning(warnings).after(next).response(200);
    return part.more()
        ? response.with("Link", Links.to(request, "next", Map.of("after", next.text())))
        : response;
  }

  private static ObjectNode view(Event event) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", event.id())
            .put("type", event.type())
            .put("timestamp", event.at().toString());
    ObjectNode data = view.putObject("data");
    new TreeMap<>(event.data()).forEach(data::put);
    return view;
  }

  private static long number(Cursor cursor) {
    return Optional.of(cursor)
        .filter(one -> one.list().equals(LIST) && one.trail().size() == 1)
        .map(one -> one.trail().getFirst())
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElseThrow(Paging::noCursor);
  }

  private static void refuse(String parameter, String why) {
    throw new Rejected(PARAMETER_INVALID.about(parameter, why));
  }
}
