package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The answers that operations have in common. */
final class Answers {
  /** What a call that goes on to Fortnox can end with. */
  static final List<Integer> OF_FORTNOX = List.of(400, 403, 404, 409, 429, 502, 503, 504);

  /** What else a write can end with. */
  static final List<Integer> OF_WRITES = List.of(422);

  /** What else a body can bring about. */
  static final List<Integer> OF_BODIES = List.of(400, 413, 415);

  /** What a list that is kept here can end with. */
  static final List<Integer> OF_PAGES = List.of(400);

  private static final List<Integer> WITH_RETRY_AFTER = List.of(429, 502, 503, 504);

  private Answers() {}

  static String name(int status) {
    return "Status" + status;
  }

  /** A JSON answer with an envelope; headers by their names among the components. */
  static ObjectNode json(String description, ObjectNode schema, String... headers) {
    ObjectNode answer = object("description", description);
    ObjectNode named = answer.putObject("headers");
    named.set("X-Request-Id", reference("headers", "X-Request-Id"));
    for (String header : headers) {
      named.set(header, reference("headers", header));
    }
    answer.set("content", object("application/json", object("schema", schema)));
    return answer;
  }

  /** For every status that a problem can have: which problems they are. */
  static ObjectNode ofProblems() {
    ObjectNode answers = object();
    Arrays.stream(ProblemType.values())
        .map(ProblemType::status)
        .distinct()
        .sorted()
        .forEach(
            status -> {
              String[] headers =
                  WITH_RETRY_AFTER.contains(status) ? new String[] {"Retry-After"} : new String[0];
              answers.set(name(status), json(problemsOf(status), Nodes.schema("Failure"), headers));
            });
    return answers;
  }

  private static String problemsOf(int status) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.status() == status)
        .map(type -> "`" + type.code() + "`: " + type.title() + ".")
        .collect(Collectors.joining(" "));
  }
}
