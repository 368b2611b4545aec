package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.METHOD_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.Problem.FortnoxWords;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.Warning;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope {@code {meta{warnings,pagination,warningDetails,after}, data, errors, rawData}}
 * around every JSON answer. Shaped as Maesn's TypeScript SDK 0.6.1 checks it: every member present,
 * warnings as strings, {@code errors} null on success.
 */
public final class Envelope {

  private final List<Warning> warnings;
  private final @Nullable ObjectNode pagination;
  private final @Nullable Cursor after;
  private final JsonNode data;
  private final JsonNode rawData;

  private Envelope(
      List<Warning> warnings,
      @Nullable ObjectNode pagination,
      @Nullable Cursor after,
      JsonNode data,
      JsonNode rawData) {
    this.warnings = warnings;
    this.pagination = pagination;
    this.after = after;
    this.data = data;
    this.rawData = rawData;
  }

  public static Envelope of(JsonNode data) {
    return new Envelope(List.of(), null, null, data, NullNode.instance);
  }

  public Envelope warning(List<Warning> more) {
    return new Envelope(more, pagination, after, data, rawData);
  }

  Envelope paged(long total, long perPage, long currentPage, long totalPages) {
    ObjectNode page =
        JsonNodeFactory.instance
            .objectNode()
            .put("total", total)
            .put("perPage", perPage)
            .put("currentPage", currentPage)
            .put("totalPages", totalPages);
    return new Envelope(warnings, page, after, data, rawData);
  }

  /** Where a list goes on; null at its end. */
  public Envelope after(@Nullable Cursor next) {
    return new Envelope(warnings, pagination, next, data, rawData);
  }

  Envelope raw(JsonNode document) {
    return new Envelope(warnings, pagination, after, data, document);
  }

  public HttpResponse response(int status) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("meta", meta());
    envelope.set("data", data);
    envelope.putNull("errors");
    envelope.set("rawData", rawData);
    return HttpResponse.json(status, Json.write(envelope));
  }

  /** The answer to a method that a path doesn't know, with the header that RFC 9110 asks for. */
  public static HttpResponse methodUnknown(Collection<String> known) {
    String allowed = String.join(", ", known);
    return failure(
            List.of(METHOD_UNKNOWN.about("This path knows " + allowed + " and nothing else.")))
        .with("Allow", allowed);
  }

  /** The answer to a request that failed. Its status is the first problem's. */
  public static HttpResponse failure(List<Problem> problems) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("meta", Envelope.of(NullNode.instance).meta());
    envelope.putNull("data");
    ArrayNode errors = envelope.putArray("errors");
    problems.forEach(problem -> errors.add(json(problem)));
    envelope.putNull("rawData");
    HttpResponse response =
        HttpResponse.json(problems.getFirst().type().status(), Json.write(envelope));
    Duration retryAfter = problems.getFirst().retryAfter();
    return retryAfter == null
        ? response
        : response.with("Retry-After", Long.toString(wholeSeconds(retryAfter)));
  }

  /** RFC 9457, with extension members. */
  public static ObjectNode json(Problem problem) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "/problems/" + problem.type().code());
    json.put("title", problem.type().title());
    json.put("status", problem.type().status());
    json.put("detail", problem.detail());
    json.put("pointer", problem.pointer());
    json.put("code", problem.type().code());
    FortnoxWords words = problem.fortnox();
    if (words == null) {
      json.putNull("fortnox");
    } else {
      json.putObject("fortnox").put("code", words.code()).put("message", words.message());
    }
    json.put("retriable", problem.type().isRetriable());
    return json;
  }

  static long wholeSeconds(Duration time) {
    return Math.max(1, (time.toMillis() + 999) / 1000);
  }

  private ObjectNode meta() {
    ObjectNode meta = JsonNodeFactory.instance.objectNode();
    ArrayNode sentences = meta.putArray("warnings");
    ArrayNode details = meta.putArray("warningDetails");
    for (Warning warning : warnings) {
      sentences.add(
          warning.pointer().isEmpty()
              ? warning.detail()
              : warning.pointer() + ": " + warning.detail());
      details
          .addObject()
          .put("code", warning.code())
          .put("pointer", warning.pointer())
          .put("detail", warning.detail());
    }
    meta.set("pagination", pagination == null ? NullNode.instance : pagination);
    meta.put("after", after == null ? null : after.text());
    return meta;
  }
}
