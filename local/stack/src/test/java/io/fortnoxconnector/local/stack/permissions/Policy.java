package io.fortnoxconnector.local.stack.permissions;

import io.fortnoxconnector.local.stack.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements of a function's role, as the template writes them. */
record Policy(List<Statement> statements) {

  private static final String VIA = "kms:ViaService";

  /**
   * @param conditions operator, then key, then values
   */
  record Statement(
      String effect,
      List<String> actions,
      List<String> resources,
      Map<String, Map<String, List<String>>> conditions) {

    static Statement of(Object node) {
      Map<?, ?> statement = (Map<?, ?>) node;
      Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
      if (statement.get("Condition") instanceof Map<?, ?> operators) {
        operators.forEach(
            (operator, keys) -> {
              Map<String, List<String>> byKey = new LinkedHashMap<>();
              ((Map<?, ?>) keys).forEach((key, values) -> byKey.put(key.toString(), texts(values)));
              conditions.put(operator.toString(), byKey);
            });
      }
      return new Statement(
          String.valueOf(statement.get("Effect")),
          texts(statement.get("Action")),
          texts(statement.get("Resource")),
          conditions);
    }

    /** The values that the condition allows for the key, whatever the operator. */
    List<String> values(String key) {
      return conditions.values().stream()
          .flatMap(keys -> keys.getOrDefault(key, List.of()).stream())
          .toList();
    }

    Stream<Right> rights() {
      List<String> services =
          conditions.getOrDefault("StringEquals", Map.of()).getOrDefault(VIA, List.of()).stream()
              .map(host -> host.split("\\.", 2)[0])
              .toList();
      return actions.stream()
          .flatMap(
              action ->
                  resources.stream()
                      .flatMap(
                          resource ->
                              services.isEmpty()
                                  ? Stream.of(Right.direct(action, resource))
                                  : services.stream()
                                      .map(via -> new Right(action, resource, via))));
    }
  }

  /** The policies that stand at the function itself. */
  static Policy of(Template template, String functionId) {
    Map<String, Object> function =
        template.properties("AWS::Serverless::Function").getOrDefault(functionId, Map.of());
    List<Statement> statements = new ArrayList<>();
    if (function.get("Policies") instanceof List<?> policies) {
      for (Object policy : policies) {
        statements.addAll(statements(policy));
      }
    }
    return new Policy(List.copyOf(statements));
  }

  static List<Statement> statements(Object policy) {
    // A name of a managed policy, or SAM's template for one, would hide what it allows.
    return policy instanceof Map<?, ?> document && document.get("Statement") instanceof List<?> list
        ? list.stream().map(Statement::of).toList()
        : List.of(new Statement("Allow", List.of("unknown:" + policy), List.of("?"), Map.of()));
  }

  List<Right> rights() {
    return statements.stream().flatMap(Statement::rights).sorted().toList();
  }

  private static List<String> texts(@Nullable Object node) {
    return switch (node) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(String.valueOf(node));
    };
  }
}
