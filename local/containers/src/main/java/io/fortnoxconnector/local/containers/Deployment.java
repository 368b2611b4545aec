package io.fortnoxconnector.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The stack as {@code sam deploy} has made it in the emulator. */
final class Deployment {

  static final String STACK = "fortnox-connector";

  /** With the resource's key before it, and all of it behind. */
  private static final Pattern QUEUE_POLICY =
      Pattern.compile(
          "^  \\w+:\\n    Type: AWS::SQS::QueuePolicy\\n(?:    .*\\n)*", Pattern.MULTILINE);

  private final MiniStack emulator;
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  /** A resource of the stack, by its key in the template as SAM expanded it. */
  record Resource(String type, String id) {}

  private Deployment(MiniStack emulator) {
    this.emulator = emulator;
    JsonNode described =
        emulator.call("cloudformation", "describe_stack_resources", Map.of("StackName", STACK));
    described
        .path("StackResources")
        .forEach(
            resource ->
                resources.put(
                    resource.path("LogicalResourceId").asText(),
                    new Resource(
                        resource.path("ResourceType").asText(),
                        resource.path("PhysicalResourceId").asText())));
  }

  /** Deploys the template that {@code sam build} has made. */
  static Deployment of(MiniStack emulator, URI fortnox, GatewayAddress address) {
    Sam.at(emulator)
        .run(
            Duration.ofMinutes(5),
            "deploy",
            "--template-file",
            builtForTheEmulator().toString(),
            // SAM CLI looks for it beside the template.
            "--config-file",
            Folders.root().resolve("samconfig.toml").toString(),
            "--config-env",
            "local",
            "--stack-name",
            STACK,
            "--no-confirm-changeset",
            "--region",
            emulator.region(),
            "--parameter-overrides",
            "Deployment=AllAtOnce",
            "Architecture=" + Sam.architecture(),
            "PublicBaseUrl=" + address.url(),
            "FortnoxApiUrl=" + fortnox,
            "FortnoxAuthUrl=" + fortnox + "/oauth-v1");
    Deployment deployment = new Deployment(emulator);
    String api = deployment.id("HttpApi");
    new Routes(emulator, deployment).make(api);
    address.leadsTo(emulator.url() + "/_aws/execute-api/" + api + "/$default");
    return deployment;
  }

  /**
   * The built template without canaries by default: the emulator has no CodeDeploy, and gives SAM's
   * transform the parameters' defaults, whatever their values. And without the queues' policies:
   * they ask for TLS, which the emulator doesn't speak.
   */
  private static Path builtForTheEmulator() {
    Path built = Folders.root().resolve(".aws-sam/build/template.yaml");
    Path changed = built.resolveSibling("for-the-emulator.yaml");
    try {
      String template = Files.readString(built);
      Files.writeString(
          changed,
          QUEUE_POLICY
              .matcher(template.replace("Default: Canary10Percent5Minutes", "Default: AllAtOnce"))
              .replaceAll(""));
      return changed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A resource's physical id: what {@code Ref} gives. */
  String id(String logicalId) {
    Resource resource = resources.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException("The stack has no " + logicalId);
    }
    return resource.id();
  }

  boolean has(String logicalId) {
    return resources.containsKey(logicalId);
  }

  /** The keys of the resources of a type. */
  List<String> ofType(String type) {
    return resources.entrySet().stream()
        .filter(resource -> resource.getValue().type().equals(type))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** An ARN with the template's names instead of the emulator's ids, for people. */
  String readable(String arn) {
    return Arrays.stream(arn.substring(arn.lastIndexOf(':') + 1).split("/", -1))
        .map(this::logicalId)
        .collect(Collectors.joining("/"));
  }

  private String logicalId(String name) {
    return resources.entrySet().stream()
        .filter(resource -> last(resource.getValue().id()).equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  private static String last(String id) {
    return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
  }

  String adminKey() {
    return emulator
        .call("secretsmanager", "get_secret_value", Map.of("SecretId", id("AdminKey")))
        .path("SecretString")
        .asText();
  }

  /** The template after SAM's transform. */
  JsonNode processedTemplate() {
    JsonNode body =
        emulator
            .call(
                "cloudformation",
                "get_template",
                Map.of("StackName", STACK, "TemplateStage", "Processed"))
            .path("TemplateBody");
    return body.isTextual() ? Json.read(body.asText()) : body;
  }

  /** Forgets what a function keeps in memory: the next call starts a new container. */
  void restart(String function) {
    emulator.call(
        "lambda",
        "update_function_configuration",
        Map.of("FunctionName", id(function), "MemorySize", 1024));
  }

  /**
   * Invokes a function as a schedule does.
   *
   * @return the error it ended with; empty if it didn't
   */
  String invoke(String function, String event) {
    return emulator
        .call(
            "lambda",
            "invoke",
            Map.of("FunctionName", id(function), "Qualifier", "live", "Payload", event))
        .path("FunctionError")
        .asText("");
  }

  JsonNode call(String service, String operation, Map<String, ?> arguments) {
    return emulator.call(service, operation, arguments);
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
