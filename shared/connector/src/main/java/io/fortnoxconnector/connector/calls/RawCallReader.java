package io.fortnoxconnector.connector.calls;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {path, method, headers, body, query}}. What is taken is named, and all else is
 * refused: the call carries the company's token, so it goes to Fortnox's resources and nowhere
 * else.
 */
public final class RawCallReader {

  private static final Set<String> MEMBERS = Set.of("path", "method", "headers", "body", "query");

  /** Fortnox's resources: {@code /3/…}, and the newer services below {@code /api/…}. */
  private static final Pattern PATH = Pattern.compile("/(3|api)(/[^/]+){1,10}");

  private static final int LONGEST_PATH = 400;

  /** As an id can be, and no more: nothing that a URL or a server takes for something else. */
  private static final Pattern SEGMENT =
      Pattern.compile("(?!\\.{1,2}$)[\\p{L}\\p{N}._+$ -]{1,100}");

  private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.-]{1,50}");
  private static final int MOST_PARAMETERS = 30;
  private static final int LONGEST_VALUE = 500;

  /** What the connector sends by itself. */
  private static final Set<String> HEADERS_WITHOUT_EFFECT = Set.of("accept", "content-type");

  private final ObjectNode request;
  private final List<Problem> problems = new ArrayList<>();

  private RawCallReader(ObjectNode request) {
    this.request = request;
  }

  /** What a request is, when it's read. */
  public sealed interface Read {}

  public record Valid(RawCall call) implements Read {}

  public record Invalid(List<Problem> problems) implements Read {}

  public static Read read(ObjectNode request) {
    return new RawCallReader(request).read();
  }

  private Read read() {
    for (String member : (Iterable<String>) request::fieldNames) {
      if (!MEMBERS.contains(member)) {
        refuse(FIELD_UNKNOWN, "/" + member, "A call has no " + member + ".");
      }
    }
    Optional<Method> method = method();
    Optional<String> path = path();
    headers();
    Map<String, String> query = query();
    JsonNode body = body(method);
    return problems.isEmpty()
        ? new Valid(new RawCall(method.orElseThrow(), path.orElseThrow(), query, body))
        : new Invalid(List.copyOf(problems));
  }

  private Optional<Method> method() {
    Optional<String> text = text("method");
    Optional<Method> method =
        text.flatMap(
            name ->
                List.of(Method.values()).stream()
                    .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst());
    if (text.isPresent() && method.isEmpty()) {
      refuse(FIELD_INVALID, "/method", "method is GET, POST, PUT or DELETE.");
    }
    return method;
  }

  private Optional<String> path() {
    Optional<String> path = text("path");
    if (path.isPresent() && !isTaken(path.get())) {
      refuse(
          FIELD_INVALID,
          "/path",
          "path is that of a resource below /3 or /api, without a host, a query or encoded"
              + " characters; a slash within an id is %2F.");
    }
    return path;
  }

  private static boolean isTaken(String path) {
    if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
      return false;
    }
    // An id with a slash is checked by its parts: as %2F..%2F it would be a step elsewhere.
    for (String segment : path.substring(1).replace("%2F", "/").split("/", -1)) {
      if (!SEGMENT.matcher(segment).matches()) {
        return false;
      }
    }
    return true;
  }

  private void headers() {
    JsonNode headers = object("headers");
    for (String name : (Iterable<String>) headers::fieldNames) {
      if (!HEADERS_WITHOUT_EFFECT.contains(name.toLowerCase(Locale.ROOT))
          || !headers.path(name).asText().startsWith("application/json")) {
        refuse(
            FIELD_INVALID,
            "/headers/" + name,
            "The connector sends the company's own Authorization, and JSON as Accept and"
                + " Content-Type; others aren't passed on.");
      }
    }
  }

  private Map<String, String> query() {
    var query = new LinkedHashMap<String, String>();
    JsonNode members = object("query");
    members
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (!value.isValueNode()
                  || value.isNull()
                  || value.asText().length() > LONGEST_VALUE
                  || value.asText().chars().anyMatch(Character::isISOControl)
                  || !PARAMETER.matcher(member.getKey()).matches()) {
                refuse(
                    FIELD_INVALID,
                    "/query/" + member.getKey(),
                    "A parameter has a name of letters and digits, and a value of at most "
                        + LONGEST_VALUE
                        + " characters.");
              }
              query.put(member.getKey(), value.asText());
            });
    if (query.size() > MOST_PARAMETERS) {
      refuse(FIELD_INVALID, "/query", "A query has at most " + MOST_PARAMETERS + " parameters.");
    }
    return query;
  }

  private @Nullable JsonNode body(Optional<Method> method) {
    JsonNode body = request.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return null;
    }
    if (method.filter(one -> one == Method.GET || one == Method.DELETE).isPresent()) {
      refuse(FIELD_INVALID, "/body", "A GET and a DELETE have no body.");
    } else if (!body.isContainerNode()) {
      refuse(FIELD_INVALID, "/body", "body is the JSON that Fortnox is to get.");
    }
    return body;
  }

  private Optional<String> text(String member) {
    JsonNode value = request.path(member);
    if (value.isMissingNode() || value.isNull()) {
      refuse(FIELD_REQUIRED, "/" + member, member + " is missing.");
      return Optional.empty();
    }
    if (!value.isTextual()) {
      refuse(FIELD_INVALID, "/" + member, member + " is a text.");
    }
    return Optional.ofNullable(value.textValue());
  }

  private JsonNode object(String member) {
    JsonNode value = request.path(member);
    if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
      refuse(FIELD_INVALID, "/" + member, member + " is an object.");
    }
    return value;
  }

  private void refuse(ProblemType type, String pointer, String why) {
    problems.add(type.about(pointer, why));
  }
}
