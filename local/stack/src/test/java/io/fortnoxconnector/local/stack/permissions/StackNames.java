package io.fortnoxconnector.local.stack.permissions;

import io.fortnoxconnector.local.stack.template.KeySpec;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.QueueSpec;
import io.fortnoxconnector.local.stack.template.TableSpec;
import io.fortnoxconnector.local.stack.template.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stack's resources under the names by which code knows them (a table's name, a queue's URL),
 * and what of them lies under the stack's own key.
 */
final class StackNames {

  private final Map<String, String> byName = new LinkedHashMap<>();
  private final Map<String, TableSpec> tables = new HashMap<>();
  private final Set<String> underKey = new HashSet<>();
  private final String keyArn;
  private final String vendorsSecrets;

  /**
   * @param vendorsPrefix how the names of the vendors' secrets begin
   * @param escrowPrefix how the names of tokens in escrow begin
   */
  StackNames(Template template, String vendorsPrefix, String escrowPrefix) {
    Place place = template.place();
    for (TableSpec table : template.tables()) {
      String arn = place.arn("dynamodb", "table/" + table.name());
      byName.put(table.name(), arn);
      tables.put(arn, table);
      if (sealed(template, "AWS::DynamoDB::Table", table.logicalId(), "SSESpecification")) {
        underKey.add(arn);
      }
    }
    for (QueueSpec queue : template.queues()) {
      String arn = place.arn("sqs", queue.name());
      byName.put(queueUrl(queue.name()), arn);
      if (queue.attributes().containsKey("KmsMasterKeyId")) {
        underKey.add(arn);
      }
    }
    template
        .properties("AWS::SecretsManager::Secret")
        .forEach(
            (logicalId, properties) -> {
              String arn =
                  template.secrets().stream()
                      .filter(secret -> secret.logicalId().equals(logicalId))
                      .map(secret -> place.secretArn(secret.name()))
                      .findFirst()
                      .orElseThrow();
              byName.put(arn, arn);
              if (properties.containsKey("KmsKeyId")) {
                underKey.add(arn);
              }
            });
    KeySpec key = template.keys().getFirst();
    keyArn = key.arn();
    byName.put(key.arn(), key.arn());
    vendorsSecrets = place.arn("secretsmanager", "secret:" + vendorsPrefix + "*");
    byName.put(vendorsPrefix, vendorsSecrets);
    byName.put(escrowPrefix, place.arn("secretsmanager", "secret:" + escrowPrefix + "*"));
  }

  static String queueUrl(String name) {
    return "https://sqs.local/" + name;
  }

  String keyArn() {
    return keyArn;
  }

  /** What a call is made on; empty where that can't be told. */
  List<String> resources(String action, Step step) {
    String service = action.substring(0, action.indexOf(':'));
    List<String> found = named(service, step.receiver(), true);
    if (found.isEmpty()) {
      found = named(service, step.caller(), false);
    }
    if (found.isEmpty() && service.equals("secretsmanager")) {
      // The name comes out of a stored item, into which it was written with this prefix.
      return List.of(vendorsSecrets);
    }
    return action.equals("dynamodb:Query")
        ? found.stream().flatMap(table -> asked(table, step.receiver())).toList()
        : found;
  }

  /** The index that the receiver was made for; the table itself where it was made for none. */
  private Stream<String> asked(String tableArn, @Nullable Object receiver) {
    if (receiver == null || !tables.containsKey(tableArn)) {
      return Stream.of(tableArn);
    }
    List<String> texts = HandlerObjects.texts(receiver);
    List<String> indexes =
        tables.get(tableArn).indexes().stream()
            .map(TableSpec.Index::name)
            .filter(texts::contains)
            .toList();
    return indexes.isEmpty()
        ? Stream.of(tableArn)
        : indexes.stream().map(index -> tableArn + "/index/" + index);
  }

  private List<String> named(String service, @Nullable Object owner, boolean alsoItsParts) {
    if (owner == null) {
      return List.of();
    }
    List<String> own = arns(service, owner);
    return own.isEmpty() && alsoItsParts
        ? new HandlerObjects(owner)
            .parts(owner).stream().flatMap(part -> arns(service, part).stream()).toList()
        : own;
  }

  private List<String> arns(String service, Object owner) {
    return HandlerObjects.texts(owner).stream()
        .map(byName::get)
        .filter(arn -> arn != null && arn.split(":")[2].equals(service))
        .distinct()
        .toList();
  }

  /**
   * What a service does with the stack's key in the caller's name. Amazon DynamoDB developer guide,
   * "How DynamoDB uses KMS": reading and writing decrypt the table's key. Amazon SQS developer
   * guide, "Key management": sending needs GenerateDataKey and Decrypt, receiving Decrypt. AWS
   * Secrets Manager user guide, "Secret encryption and decryption": the same for writing and
   * reading.
   */
  Stream<Right> keyUse(Right right) {
    String arn = right.resource().split("/index/", 2)[0];
    if (!underKey.contains(arn)) {
      return Stream.empty();
    }
    return operations(right.action())
        .map(operation -> new Right("kms:" + operation, keyArn, right.service()));
  }

  private static Stream<String> operations(String action) {
    return switch (action) {
      case "sqs:SendMessage", "secretsmanager:CreateSecret", "secretsmanager:PutSecretValue" ->
          Stream.of("GenerateDataKey", "Decrypt");
      case "sqs:ReceiveMessage", "secretsmanager:GetSecretValue" -> Stream.of("Decrypt");
      default -> action.startsWith("dynamodb:") ? Stream.of("Decrypt") : Stream.empty();
    };
  }

  private static boolean sealed(Template template, String type, String id, String property) {
    Map<String, Object> properties = template.properties(type).get(id);
    return properties != null && properties.containsKey(property);
  }
}
