package io.fortnoxconnector.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.problems.Problem.FortnoxWords;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.TaskOutcome;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a task that are stored as JSON text. They're only ever read whole. */
final class TaskJson {

  private TaskJson() {}

  static ObjectNode object(String text) {
    return (ObjectNode) tree(text);
  }

  static String rows(Map<String, List<ObjectNode>> rows) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    rows.forEach((field, list) -> node.putArray(field).addAll(list));
    return Json.write(node);
  }

  static Map<String, List<ObjectNode>> rows(String text) {
    var rows = new LinkedHashMap<String, List<ObjectNode>>();
    for (Map.Entry<String, JsonNode> field : tree(text).properties()) {
      var list = new ArrayList<ObjectNode>();
      field.getValue().forEach(row -> list.add((ObjectNode) row));
      rows.put(field.getKey(), list);
    }
    return rows;
  }

  static String warnings(List<Warning> warnings) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    warnings.forEach(
        w -> node.addObject().put("c", w.code()).put("p", w.pointer()).put("d", w.detail()));
    return Json.write(node);
  }

  static List<Warning> warnings(String text) {
    var warnings = new ArrayList<Warning>();
    tree(text)
        .forEach(
            w ->
                warnings.add(
                    new Warning(w.path("c").asText(), w.path("p").asText(), w.path("d").asText())));
    return warnings;
  }

  static String outcome(TaskOutcome outcome) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (outcome) {
      case TaskOutcome.Done(var id, var entity) ->
          node.put("kind", "done").put("id", id).set("entity", entity);
      case TaskOutcome.Partial(var id, var entity, var problem) -> {
        node.put("kind", "partial").put("id", id).set("entity", entity);
        node.set("problem", problem(problem));
      }
      case TaskOutcome.Failed(var problems) -> {
        ArrayNode list = node.put("kind", "failed").putArray("problems");
        problems.forEach(problem -> list.add(problem(problem)));
      }
      case TaskOutcome.Uncertain(var problem) ->
          node.put("kind", "uncertain").set("problem", problem(problem));
      case TaskOutcome.Cancelled() -> node.put("kind", "cancelled");
    }
    return Json.write(node);
  }

  static TaskOutcome outcome(String text) {
    JsonNode node = tree(text);
    return switch (node.path("kind").asText()) {
      case "done" ->
          new TaskOutcome.Done(node.path("id").asText(), (ObjectNode) node.path("entity"));
      case "partial" ->
          new TaskOutcome.Partial(
              node.path("id").asText(),
              (ObjectNode) node.path("entity"),
              problem(node.path("problem")));
      case "failed" -> {
        var problems = new ArrayList<Problem>();
        node.path("problems").forEach(problem -> problems.add(problem(problem)));
        yield new TaskOutcome.Failed(problems);
      }
      case "cancelled" -> new TaskOutcome.Cancelled();
      case "uncertain" -> new TaskOutcome.Uncertain(problem(node.path("problem")));
      default -> throw new IllegalStateException("an outcome of kind " + node.path("kind"));
    };
  }

  private static ObjectNode problem(Problem problem) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", problem.type().name());
    node.put("detail", problem.detail());
    node.put("pointer", problem.pointer());
    FortnoxWords words = problem.fortnox();
    if (words != null) {
      node.put("fortnoxCode", words.code()).put("fortnoxMessage", words.message());
    }
    Duration retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      node.put("retryAfterMillis", retryAfter.toMillis());
    }
    return node;
  }

  private static Problem problem(JsonNode node) {
    return new Problem(
        ProblemType.valueOf(node.path("type").asText()),
        node.path("detail").asText(),
        textOrNull(node, "pointer"),
        node.has("fortnoxMessage")
            ? new FortnoxWords(
                textOrNull(node, "fortnoxCode"), node.path("fortnoxMessage").asText())
            : null,
        node.has("retryAfterMillis")
            ? Duration.ofMillis(node.path("retryAfterMillis").asLong())
            : null);
  }

  private static @Nullable String textOrNull(JsonNode node, String name) {
    return node.path(name).textValue();
  }

  private static JsonNode tree(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored task isn't JSON", e);
    }
  }
}
