package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.HEADER_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tasks.BulkDesk;
import io.fortnoxconnector.connector.tasks.BulkRequest;
import io.fortnoxconnector.connector.tasks.BulkRequest.OnError;
import io.fortnoxconnector.connector.tasks.MatchBy;
import io.fortnoxconnector.translation.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /accounting/<resource>/bulk}: many creations as one task, whose rows are carried out
 * one after the other.
 */
public final class BulkEndpoint implements Endpoint {

  private final Resource resource;
  private final Gate gate;
  private final BulkDesk desk;

  public BulkEndpoint(Resource resource, Gate gate, BulkDesk desk) {
    this.resource = resource;
    this.gate = gate;
    this.desk = desk;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    Map<String, String> options = Parameters.filters(request);
    OnError onError = onError(options.remove("onError"));
    MatchBy matchBy = matchBy(options.remove("matchBy"));
    for (String other : options.keySet()) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              other, "There is no parameter " + Body.printable(other) + " here."));
    }
    List<ObjectNode> rows = BulkBody.rows(request, resource);
    var bulk = new BulkRequest(connection, resource, rows, matchBy, onError, key(request));
    return TaskAnswers.of(desk.accept(bulk), TaskAnswers::accepted);
  }

  private static OnError onError(@Nullable String text) {
    return switch (text) {
      case null -> OnError.REJECT;
      case "reject" -> OnError.REJECT;
      case "continue" -> OnError.CONTINUE;
      default ->
          throw new Rejected(
              PARAMETER_INVALID.about(
                  "onError", "onError is reject, which is usual, or continue."));
    };
  }

  private static @Nullable MatchBy matchBy(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return MatchBy.named(text)
        .orElseThrow(
            () ->
                new Rejected(
                    PARAMETER_INVALID.about(
                        "matchBy",
                        "matchBy is one of "
                            + Arrays.stream(MatchBy.values())
                                .map(MatchBy::text)
                                .collect(Collectors.joining(", "))
                            + ".")));
  }

  private static String key(HttpRequest request) {
    String key = IdempotencyKey.of(request);
    if (key == null) {
      throw new Rejected(
          HEADER_INVALID.about(
              "Idempotency-Key",
              "Many at once need an idempotency key: a request that was cut off is sent again with it."));
    }
    return key;
  }
}
