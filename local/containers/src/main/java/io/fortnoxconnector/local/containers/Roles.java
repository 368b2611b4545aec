package io.fortnoxconnector.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions' roles in the deployed stack, and changes to them in place. */
final class Roles {

  /** The emulator has no value for these keys, and so denies what asks for one. */
  private static final String UNKNOWN_TO_THE_EMULATOR = "kms:EncryptionContext:";

  private final Deployment stack;

  Roles(Deployment stack) {
    this.stack = stack;
  }

  /**
   * One statement of a function's role.
   *
   * @param function its key in the template
   * @param document the whole policy that has it
   * @param index its place there
   */
  record Statement(
      String function, String role, String policy, JsonNode document, int index, String text) {

    JsonNode json() {
      return document.path("Statement").path(index);
    }

    boolean reaches(String service) {
      return json().path("Action").toString().contains("\"" + service + ":");
    }

    boolean asksFor(String conditionKey) {
      return json().path("Condition").toString().contains("\"" + conditionKey);
    }

    boolean allows(String action) {
      return json().path("Action").toString().contains("\"" + action + "\"");
    }

    @Override
    public String toString() {
      return function + ": " + text;
    }
  }

  /** Every statement that the template gives a function, in the template's order. */
  List<Statement> statements() {
    List<Statement> all = new ArrayList<>();
    for (String function : stack.ofType("AWS::Lambda::Function")) {
      String role = stack.id(function + "Role");
      for (JsonNode name : call("list_role_policies", role).path("PolicyNames")) {
        JsonNode document = document(role, name.asText());
        for (int i = 0; i < document.path("Statement").size(); i++) {
          all.add(new Statement(function, role, name.asText(), document, i, text(document, i)));
        }
      }
    }
    return all;
  }

  /**
   * Makes of the template's policies what the emulator can judge. Conditions on keys that it has no
   * value for go; a secret's {@code Ref}, which there is the secret's name, becomes the ARN that it
   * is on AWS; keys get the default policy. What is lost by that is tested by reading.
   */
  void adapt() {
    for (Statement statement : statements()) {
      // Statements of one document share it: each round leaves the others as they are by then.
      JsonNode document = document(statement.role(), statement.policy());
      document.path("Statement").forEach(Roles::withoutContext);
      put(statement.role(), statement.policy(), Json.read(withArns(document.toString())));
    }
    for (String key : stack.ofType("AWS::KMS::Key")) {
      stack.call(
          "kms",
          "put_key_policy",
          Map.of("KeyId", stack.id(key), "PolicyName", "default", "Policy", accountDecides()));
    }
  }

  private String withArns(String document) {
    String text = document;
    for (String secret : stack.ofType("AWS::SecretsManager::Secret")) {
      String arn =
          stack
              .call("secretsmanager", "describe_secret", Map.of("SecretId", stack.id(secret)))
              .path("ARN")
              .asText();
      text = text.replace("\"" + stack.id(secret) + "\"", "\"" + arn + "\"");
    }
    return text;
  }

  void takeAway(Statement statement) {
    ObjectNode document = statement.document().deepCopy();
    ((ArrayNode) document.path("Statement")).remove(statement.index());
    put(statement.role(), statement.policy(), document);
  }

  void giveBack(Statement statement) {
    put(statement.role(), statement.policy(), statement.document());
  }

  private void put(String role, String policy, JsonNode document) {
    stack.call(
        "iam",
        "put_role_policy",
        Map.of("RoleName", role, "PolicyName", policy, "PolicyDocument", document.toString()));
  }

  private JsonNode document(String role, String policy) {
    JsonNode document =
        stack
            .call("iam", "get_role_policy", Map.of("RoleName", role, "PolicyName", policy))
            .path("PolicyDocument");
    return document.isTextual() ? Json.read(document.asText()) : document;
  }

  private JsonNode call(String operation, String role) {
    return stack.call("iam", operation, Map.of("RoleName", role));
  }

  private static void withoutContext(JsonNode statement) {
    if (!(statement.path("Condition") instanceof ObjectNode operators)) {
      return;
    }
    for (Iterator<JsonNode> all = operators.elements(); all.hasNext(); ) {
      ObjectNode keys = (ObjectNode) all.next();
      List<String> unknown =
          keys.properties().stream()
              .map(Map.Entry::getKey)
              .filter(key -> key.startsWith(UNKNOWN_TO_THE_EMULATOR))
              .toList();
      keys.remove(unknown);
      if (keys.isEmpty()) {
        all.remove();
      }
    }
  }

  private String text(JsonNode document, int index) {
    JsonNode statement = document.path("Statement").path(index);
    return texts(statement.path("Action")).stream().collect(Collectors.joining(", "))
        + " on "
        + texts(statement.path("Resource")).stream()
            .map(stack::readable)
            .collect(Collectors.joining(", "));
  }

  private static List<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? Deployment.list(oneOrMany).stream().map(JsonNode::asText).toList()
        : List.of(oneOrMany.asText());
  }

  /** The policy of a key that has none of its own (AWS KMS guide, "Default key policy"). */
  private static String accountDecides() {
    return Json.text(
        Map.of(
            "Version",
            "2012-10-17",
            "Statement",
            List.of(
                Map.of(
                    "Effect",
                    "Allow",
                    "Principal",
                    Map.of("AWS", "arn:aws:iam::000000000000:root"),
                    "Action",
                    "kms:*",
                    "Resource",
                    "*"))));
  }
}
