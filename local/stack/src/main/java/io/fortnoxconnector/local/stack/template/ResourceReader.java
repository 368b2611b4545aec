package io.fortnoxconnector.local.stack.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tables, queues, secrets and keys. */
final class ResourceReader {

  /** Attributes of a queue that are called the same in CloudFormation and in SQS's own API. */
  private static final Set<String> QUEUE_ATTRIBUTES =
      Set.of(
          "VisibilityTimeout",
          "MessageRetentionPeriod",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds",
          "MaximumMessageSize",
          "FifoQueue",
          "ContentBasedDeduplication",
          "DeduplicationScope",
          "FifoThroughputLimit",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "SqsManagedSseEnabled");

  private static final Set<String> QUEUE_PROPERTIES =
      Set.of("QueueName", "RedrivePolicy", "RedriveAllowPolicy", "Tags");

  private ResourceReader() {}

  static TableSpec table(Template.Resource resource, Place place) {
    Section properties =
        resource
            .properties()
            .knowing(
                Set.of(
                    "TableName",
                    "BillingMode",
                    "AttributeDefinitions",
                    "KeySchema",
                    "GlobalSecondaryIndexes",
                    "SSESpecification",
                    "PointInTimeRecoverySpecification",
                    "DeletionProtectionEnabled",
                    "TimeToLiveSpecification",
                    "Tags"));
    Map<String, String> types = new LinkedHashMap<>();
    properties
        .sections("AttributeDefinitions")
        .forEach(
            attribute ->
                types.put(attribute.text("AttributeName"), attribute.text("AttributeType")));
    Section timeToLive = properties.section("TimeToLiveSpecification");
    return new TableSpec(
        resource.logicalId(),
        properties.text("TableName", place.physicalName(resource.logicalId())),
        types,
        key(properties),
        properties.sections("GlobalSecondaryIndexes").stream().map(ResourceReader::index).toList(),
        timeToLive.flag("Enabled", false)
            ? Optional.of(timeToLive.text("AttributeName"))
            : Optional.empty());
  }

  private static TableSpec.Index index(Section index) {
    Section projection = index.section("Projection");
    return new TableSpec.Index(
        index.text("IndexName"),
        key(index),
        projection.text("ProjectionType"),
        projection.list("NonKeyAttributes").stream().map(String::valueOf).toList());
  }

  private static TableSpec.Key key(Section owner) {
    Map<String, String> byType = new HashMap<>();
    owner
        .sections("KeySchema")
        .forEach(key -> byType.put(key.text("KeyType"), key.text("AttributeName")));
    String hash = byType.get("HASH");
    if (hash == null) {
      throw new TemplateException(owner.where(), "the key schema has no HASH key");
    }
    return new TableSpec.Key(hash, Optional.ofNullable(byType.get("RANGE")));
  }

  static QueueSpec queue(Template.Resource resource, Place place) {
    Section properties = resource.properties();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : properties.values().keySet()) {
      if (QUEUE_ATTRIBUTES.contains(name)) {
        attributes.put(name, properties.text(name));
      } else if (!QUEUE_PROPERTIES.contains(name)) {
        throw new TemplateException(
            properties.where(), "the local stack doesn't know the property " + name);
      }
    }
    Section redrive = properties.section("RedrivePolicy");
    Optional<QueueSpec.DeadLetters> deadLetters =
        redrive.has("deadLetterTargetArn")
            ? Optional.of(
                new QueueSpec.DeadLetters(
                    redrive.text("deadLetterTargetArn"), redrive.number("maxReceiveCount", 10)))
            : Optional.empty();
    return new QueueSpec(
        resource.logicalId(),
        properties.text("QueueName", place.physicalName(resource.logicalId())),
        attributes,
        deadLetters);
  }

  static SecretSpec secret(Template.Resource resource, Place place) {
    Section properties =
        resource
            .properties()
            .knowing(
                Set.of(
                    "Name",
                    "Description",
                    "KmsKeyId",
                    "SecretString",
                    "GenerateSecretString",
                    "Tags"));
    return new SecretSpec(
        resource.logicalId(),
        properties.text("Name", place.physicalName(resource.logicalId())),
        properties.text("Description", ""),
        properties.has("SecretString")
            ? new SecretSpec.Value.Given(properties.text("SecretString"))
            : generated(properties.section("GenerateSecretString")));
  }

  private static SecretSpec.Value generated(Section generate) {
    return new SecretSpec.Value.Generated(
        generate.number("PasswordLength", 32),
        generate.text("ExcludeCharacters", ""),
        !generate.flag("ExcludeLowercase", false),
        !generate.flag("ExcludeUppercase", false),
        !generate.flag("ExcludeNumbers", false),
        !generate.flag("ExcludePunctuation", false),
        generate.flag("IncludeSpace", false),
        generate.flag("RequireEachIncludedType", true),
        generate.has("SecretStringTemplate")
            ? Optional.of(
                new SecretSpec.Value.Into(
                    generate.text("SecretStringTemplate"), generate.text("GenerateStringKey")))
            : Optional.empty());
  }

  static KeySpec key(Template.Resource resource, List<Section> aliases, Place place) {
    String id = place.keyId(resource.logicalId());
    String arn = place.arn("kms", "key/" + id);
    List<String> names =
        aliases.stream()
            .filter(alias -> Set.of(id, arn).contains(alias.text("TargetKeyId")))
            .map(alias -> alias.text("AliasName"))
            .toList();
    return new KeySpec(
        resource.logicalId(), arn, resource.properties().text("Description", ""), names);
  }

  /** Cross-origin rules, authorisers and domains would change what the front has to do. */
  static void checkApi(Section properties) {
    properties.knowing(
        Set.of(
            "Description",
            "Name",
            "StageName",
            "AccessLogSettings",
            "DefaultRouteSettings",
            "FailOnWarnings",
            "Tags"));
  }
}
