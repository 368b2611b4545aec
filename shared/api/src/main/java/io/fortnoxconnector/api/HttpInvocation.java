package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.INTERNAL;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.fortnox.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One request: event in, answer out, one log line, no accident shown. It reads the event as a
 * stream with the project's own mapper: the runtime's binding of a typed event costs 150 ms of a
 * cold start (docs/adr/0005-no-framework.md).
 */
final class HttpInvocation {

  /** What an answer needs after the work is done. */
  private static final Duration ANSWERING_TIME = Duration.ofMillis(500);

  private final Endpoint endpoint;
  private final InvocationMeter meter;
  private final Timing timing;

  HttpInvocation(Endpoint endpoint, InvocationMeter meter, Timing timing) {
    this.endpoint = endpoint;
    this.meter = meter;
    this.timing = timing;
  }

  /** The answer's status. */
  int run(InputStream in, OutputStream out, Context context) throws IOException {
    Instant started = timing.now();
    Deadline deadline =
        Deadline.in(
            Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWERING_TIME), timing);
    HttpRequest request = HttpRequest.of(Json.read(in), deadline);
    HttpResponse response = answer(request, context);
    String requestId = requestId(request);
    Log.event("request")
        .with(Log.Field.REQUEST_ID, requestId)
        .with(Log.Field.ROUTE, request.route())
        .with(Log.Field.STATUS, response.status())
        .with(Log.Field.MILLIS, Duration.between(started, timing.now()).toMillis())
        .to(context.getLogger());
    MetricLine.write(meter, timing, context);
    out.write(Json.bytes(json(response.with("X-Request-Id", requestId))));
    return response.status();
  }

  private HttpResponse answer(HttpRequest request, Context context) {
    if (request.isStray()) {
      return Envelope.methodUnknown(HttpRequest.OF_AN_ENTITY);
    }
    try {
      return endpoint.answer(request);
    } catch (Rejected rejected) {
      return Envelope.failure(rejected.problems());
    } catch (RuntimeException accident) {
      meter.count(Metric.ACCIDENTS);
      Log.event("accident")
          .with(Log.Field.REQUEST_ID, requestId(request))
          .with(accident)
          .to(context.getLogger());
      return Envelope.failure(
          List.of(
              INTERNAL.about(
                  "The request was not carried out because of a fault here. It's in the log under request id "
                      + requestId(request)
                      + ".")));
    }
  }

  /** The caller's own, if it looks like one; else API Gateway's. */
  private static String requestId(HttpRequest request) {
    return request
        .header("x-request-id")
        .filter(id -> id.matches("[A-Za-z0-9._:-]{1,128}"))
        .orElse(request.gatewayRequestId());
  }

  private static JsonNode json(HttpResponse response) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("statusCode", response.status());
    ObjectNode headers = json.putObject("headers");
    headers.put("Cache-Control", "no-store");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    response.headers().forEach(headers::put);
    ArrayNode cookies = json.putArray("cookies");
    response.cookies().forEach(cookies::add);
    json.put("body", response.body());
    json.put("isBase64Encoded", response.bodyIsBase64());
    return json;
  }
}
