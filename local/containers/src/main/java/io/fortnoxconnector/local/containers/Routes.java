package io.fortnoxconnector.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives the HTTP API its routes. SAM describes them in the API's Body (OpenAPI), which MiniStack
 * ignores; this makes the same routes from the same Body.
 */
final class Routes {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

  private final MiniStack emulator;
  private final Deployment stack;

  Routes(MiniStack emulator, Deployment stack) {
    this.emulator = emulator;
    this.stack = stack;
  }

  void make(String api) {
    JsonNode body = stack.processedTemplate().at("/Resources/HttpApi/Properties/Body");
    body.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            make(api, key(method.getKey(), path.getKey()), method.getValue())));
  }

  private void make(String api, String key, JsonNode operation) {
    JsonNode integration = operation.path("x-amazon-apigateway-integration");
    String id =
        emulator
            .call(
                "apigatewayv2",
                "create_integration",
                Map.of(
                    "ApiId", api,
                    "IntegrationType", "AWS_PROXY",
                    "IntegrationMethod", integration.path("httpMethod").asText(),
                    "IntegrationUri", resolved(integration.at("/uri/Fn::Sub").asText()),
                    "PayloadFormatVersion", integration.path("payloadFormatVersion").asText()))
            .path("IntegrationId")
            .asText();
    emulator.call(
        "apigatewayv2",
        "create_route",
        Map.of("ApiId", api, "RouteKey", key, "Target", "integrations/" + id));
  }

  private static String key(String method, String path) {
    if (path.endsWith("$default")) {
      return "$default";
    }
    return (method.contains("any") ? "ANY" : method.toUpperCase(Locale.ROOT)) + " " + path;
  }

  private String resolved(String text) {
    return REFERENCE.matcher(text).replaceAll(found -> value(found.group(1)));
  }

  private String value(String name) {
    return switch (name) {
      case "AWS::Partition" -> "aws";
      case "AWS::Region" -> emulator.region();
      default -> stack.id(name.replace(".Arn", ""));
    };
  }
}
