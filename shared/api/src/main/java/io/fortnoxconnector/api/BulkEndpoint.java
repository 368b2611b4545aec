package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.BODY_MALFORMED;
import static io.fortnoxconnector.connector.problems.ProblemType.HEADER_INVALID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.Acceptance;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tasks.WriteRequest;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Translated;
import io.fortnoxconnector.translation.WriteMode;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /accounting/<resource>/bulk}: several creations, checked together and then accepted
 * one by one in their order. Each is a task of its own, with a key made of the request's and its
 * place: so a request that was cut in the middle is simply sent again.
 */
public final class BulkEndpoint implements Endpoint {

  /** A request of more might not be stored within an invocation's time. */
  static final int MOST = 100;

  /** An idempotency key has 255 characters at most, and a place takes some of them. */
  private static final int LONGEST_KEY = 250;

  private final Resource resource;
  private final Gate gate;
  private final WriteDesk desk;

  public BulkEndpoint(Resource resource, Gate gate, WriteDesk desk) {
    this.resource = resource;
    this.gate = gate;
    this.desk = desk;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    List<ObjectNode> rows = rows(Body.array(request));
    String key = key(request);
    List<Problem> problems = problems(rows);
    if (!problems.isEmpty()) {
      return Envelope.failure(problems);
    }
    ArrayNode accepted = JsonNodeFactory.instance.arrayNode();
    for (int place = 0; place < rows.size(); place++) {
      var write =
          new WriteRequest(
              connection, resource, Operation.CREATE, null, rows.get(place), key + "-" + place);
      switch (desk.accept(write)) {
        case Acceptance.Accepted(var task, _) ->
            accepted.addObject().put("index", place).put("taskId", task.id());
        case Acceptance.Rejected(var wrong) -> {
          return Envelope.failure(placed(wrong, place));
        }
        case Acceptance.Later(var problem, _) -> {
          return Envelope.failure(placed(List.of(problem), place));
        }
      }
    }
    return Envelope.of(accepted).response(202).with("Retry-After", "2");
  }

  private static String key(HttpRequest request) {
    String key = IdempotencyKey.of(request);
    if (key == null || key.length() > LONGEST_KEY) {
      throw new Rejected(
          HEADER_INVALID.about(
              "Idempotency-Key",
              "Several at once need an idempotency key, of at most "
                  + LONGEST_KEY
                  + " characters: a request that was cut off is sent again with it."));
    }
    return key;
  }

  private static List<ObjectNode> rows(ArrayNode body) {
    var rows = new ArrayList<ObjectNode>();
    body.forEach(
        row -> {
          if (row instanceof ObjectNode object) {
            rows.add(object);
          }
        });
    if (rows.isEmpty() || rows.size() < body.size() || rows.size() > MOST) {
      throw new Rejected(BODY_MALFORMED.about("The body is a list of 1 to " + MOST + " objects."));
    }
    return rows;
  }

  private List<Problem> problems(List<ObjectNode> rows) {
    var problems = new ArrayList<Problem>();
    for (int place = 0; place < rows.size(); place++) {
      if (resource.toFortnox(rows.get(place), WriteMode.CREATE)
          instanceof Translated.Rejected(var wrong)) {
        problems.addAll(placed(wrong.stream().map(Problem::of).toList(), place));
      }
    }
    return problems;
  }

  private static List<Problem> placed(List<Problem> problems, int place) {
    return problems.stream().map(problem -> problem.below("/" + place)).toList();
  }
}
