package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.events.Rhythm;
import io.fortnoxconnector.connector.events.Watched;
import io.fortnoxconnector.connector.problems.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code /tenants/event-intervals}: how often each resource of the vendor's connections is looked
 * at for changes, in seconds; 0 for never. What isn't named is looked at as usual.
 */
final class EventIntervalsEndpoint implements Endpoint {

  /** A round comes each minute. */
  private static final int SHORTEST = 60;

  private static final int LONGEST = 86_400;

  private static final List<String> RESOURCES =
      Watched.ALL.stream().map(Watched::name).sorted().toList();

  private final Gate gate;
  private final Intervals intervals;
  private final Rhythm usual;

  EventIntervalsEndpoint(Gate gate, Intervals intervals, Rhythm usual) {
    this.gate = gate;
    this.intervals = intervals;
    this.usual = usual;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String tenant = gate.tenant(request);
    return switch (request.route()) {
      case "GET /tenants/event-intervals" -> show(tenant);
      case "PUT /tenants/event-intervals" -> set(request, tenant);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse show(String tenant) {
    Map<String, Duration> own = intervals.intervals(tenant);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("usualSeconds", usual.window().toSeconds());
    ObjectNode seconds = data.putObject("seconds");
    own.forEach((resource, interval) -> seconds.put(resource, interval.toSeconds()));
    return Envelope.of(data).response(200);
  }

  private HttpResponse set(HttpRequest request, String tenant) {
    ObjectNode seconds = Body.with(request, Set.of("seconds")).object("seconds");
    var wanted = new TreeMap<String, Duration>();
    var problems = new ArrayList<Problem>();
    seconds
        .properties()
        .forEach(
            member -> {
              String pointer = "/seconds/" + member.getKey();
              if (!RESOURCES.contains(member.getKey())) {
                problems.add(
                    FIELD_INVALID.about(
                        pointer, "Changes are told of " + String.join(", ", RESOURCES) + "."));
              } else if (!isInterval(member.getValue())) {
                problems.add(
                    FIELD_INVALID.about(
                        pointer,
                        "An interval is 0 for never, or %d to %d seconds."
                            .formatted(SHORTEST, LONGEST)));
              } else {
                wanted.put(member.getKey(), Duration.ofSeconds(member.getValue().intValue()));
              }
            });
    if (!problems.isEmpty()) {
      throw new Rejected(problems);
    }
    intervals.setIntervals(tenant, wanted);
    return show(tenant);
  }

  private static boolean isInterval(JsonNode value) {
    return value.isInt()
        && (value.intValue() == 0 || (value.intValue() >= SHORTEST && value.intValue() <= LONGEST));
  }
}
