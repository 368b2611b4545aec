package io.fortnoxconnector.bench.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fortnoxconnector.bench.audit.StoredTask.Ending;
import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.bench.workload.Write;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.translation.Operation;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tasks table, read past the API. */
record StoredTasks(Map<String, StoredTask> byId) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredTasks of(Stack stack) {
    try (DynamoDbClient dynamo =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamoDbEndpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      String table =
          dynamo.listTablesPaginator().tableNames().stream()
              .filter(name -> name.endsWith("TasksTable"))
              .findFirst()
              .orElseThrow();
      return new StoredTasks(
          dynamo
              .scanPaginator(request -> request.tableName(table).consistentRead(true))
              .items()
              .stream()
              // The table can hold other things than tasks.
              .filter(item -> item.containsKey("fingerprint"))
              .map(StoredTasks::task)
              .collect(Collectors.toMap(StoredTask::id, task -> task)));
    }
  }

  Collection<StoredTask> all() {
    return byId.values();
  }

  /**
   * The task that a write became. Without a key and an answer it is known by what only that write
   * asks for.
   */
  Optional<StoredTask> of(Told told) {
    Write write = told.write();
    if (told.task() != null) {
      return Optional.ofNullable(byId.get(told.task()));
    }
    if (write.door().isKeyed()) {
      return Optional.ofNullable(byId.get(WriteDesk.taskId(write.connection(), write.key())));
    }
    return byId.values().stream().filter(task -> isOf(task, write)).findFirst();
  }

  private static boolean isOf(StoredTask task, Write write) {
    if (!task.connection().equals(write.connection()) || task.operation() != write.operation()) {
      return false;
    }
    return write.operation() == Operation.DELETE
        ? write.target() != null && write.target().equals(task.entityId())
        : write.marker().equals(task.name());
  }

  private static StoredTask task(Map<String, AttributeValue> item) {
    JsonNode outcome = tree(text(item, "outcome"));
    JsonNode problem =
        outcome.path("problem").isMissingNode()
            ? outcome.path("problems").path(0)
            : outcome.path("problem");
    String entity = text(item, "entityId");
    return new StoredTask(
        text(item, "id"),
        text(item, "connection"),
        text(item, "companyId"),
        Operation.valueOf(text(item, "operation")),
        entity.isEmpty() ? null : entity,
        tree(text(item, "entity")).path("Name").asText(),
        ending(outcome.path("kind").asText()),
        problem.path("type").asText().toLowerCase(Locale.ROOT).replace('_', '-'),
        problem.path("detail").asText());
  }

  private static Ending ending(String kind) {
    return kind.isEmpty() ? Ending.NONE : Ending.valueOf(kind.toUpperCase(Locale.ROOT));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) && item.get(name).s() != null ? item.get(name).s() : "";
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json.isEmpty() ? "{}" : json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored task isn't JSON", e);
    }
  }
}
