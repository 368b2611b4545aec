package io.fortnoxconnector.local.stack.template;

import java.util.Map;

/**
 * What {@code Ref} and {@code GetAtt} give for the stack's resources and for CloudFormation's
 * pseudo parameters.
 */
final class PhysicalIds {

  private static final String ALIAS = ".Alias";
  private static final String PUBLISHED = "AutoPublishAlias";

  private final Map<String, Object> resources;
  private final Map<String, Object> globals;
  private final Place place;
  private final GivenIds given;

  /**
   * @param globals what Globals say about functions
   */
  PhysicalIds(
      Map<String, Object> resources, Map<String, Object> globals, Place place, GivenIds given) {
    this.resources = resources;
    this.globals = globals;
    this.place = place;
    this.given = given;
  }

  String ref(String name, String where) {
    return switch (name) {
      case "AWS::StackName" -> place.stackName();
      case "AWS::Region" -> place.region();
      case "AWS::AccountId" -> place.accountId();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackId" -> place.arn("cloudformation", "stack/" + place.stackName() + "/local");
      default -> {
        if (name.endsWith(ALIAS)) {
          yield alias(name.substring(0, name.length() - ALIAS.length()), where);
        }
        String type = type(name, where);
        yield switch (type) {
          case "AWS::DynamoDB::Table" -> name(name, "TableName");
          case "AWS::SQS::Queue" -> given.queueUrl().apply(name(name, "QueueName"));
          case "AWS::KMS::Key" -> keyId(given.keyArn().apply(name));
          case "AWS::KMS::Alias" -> name(name, "AliasName");
          case "AWS::SecretsManager::Secret" -> given.secretArn().apply(name(name, "Name"));
          case "AWS::Serverless::Function" -> name(name, "FunctionName");
          case "AWS::Logs::LogGroup" -> name(name, "LogGroupName");
          case "AWS::CloudWatch::Alarm" -> name(name, "AlarmName");
          case "AWS::CloudWatch::Dashboard" -> name(name, "DashboardName");
          case "AWS::SNS::Topic" -> place.arn("sns", name(name, "TopicName"));
          case "AWS::Serverless::HttpApi" -> name.toLowerCase(java.util.Locale.ROOT);
          default ->
              throw new TemplateException(
                  where, "the local stack doesn't know what !Ref gives for a " + type);
        };
      }
    };
  }

  String attribute(String dotted, String where) {
    int dot = dotted.indexOf('.');
    String name = dotted.substring(0, Math.max(dot, 0));
    String attribute = dotted.substring(dot + 1);
    String type = type(name, where);
    return switch (type + "." + attribute) {
      case "AWS::DynamoDB::Table.Arn" -> place.arn("dynamodb", "table/" + name(name, "TableName"));
      case "AWS::SQS::Queue.Arn" -> place.arn("sqs", name(name, "QueueName"));
      case "AWS::SQS::Queue.QueueName" -> name(name, "QueueName");
      case "AWS::SQS::Queue.QueueUrl", "AWS::KMS::Key.KeyId", "AWS::SecretsManager::Secret.Id" ->
          ref(name, where);
      case "AWS::KMS::Key.Arn" -> given.keyArn().apply(name);
      case "AWS::Serverless::Function.Arn" ->
          place.arn("lambda", "function:" + name(name, "FunctionName"));
      case "AWS::Logs::LogGroup.Arn" ->
          place.arn("logs", "log-group:" + name(name, "LogGroupName") + ":*");
      default ->
          throw new TemplateException(
              where, "the local stack doesn't know the attribute " + attribute + " of a " + type);
    };
  }

  /** What SAM makes of {@code !Ref Function.Alias}: the ARN of the alias that it publishes. */
  private String alias(String function, String where) {
    type(function, where);
    Map<String, Object> resource = Section.asMap(resources.get(function), function);
    Map<String, Object> properties = Section.asMap(resource.get("Properties"), function);
    Object alias = properties.getOrDefault(PUBLISHED, globals.get(PUBLISHED));
    if (alias == null) {
      throw new TemplateException(where, function + " publishes no alias");
    }
    return attribute(function + ".Arn", where) + ":" + alias;
  }

  /**
   * The resource's own name if the template gives it one, in plain text or with pseudo parameters.
   */
  private String name(String logicalId, String property) {
    Map<String, Object> resource = Section.asMap(resources.get(logicalId), logicalId);
    Object properties = resource.getOrDefault("Properties", Map.of());
    Object name = Section.asMap(properties, logicalId).get(property);
    if (name == null) {
      return place.physicalName(logicalId);
    }
    Intrinsics names = new Intrinsics(Map.of(), Map.of(), Map.of(), this);
    return names.section("Resources." + logicalId, Map.of(property, name)).text(property);
  }

  private static String keyId(String arn) {
    return arn.substring(arn.indexOf('/') + 1);
  }

  private String type(String logicalId, String where) {
    Object resource = resources.get(logicalId);
    if (resource == null) {
      throw new TemplateException(
          where, "there is neither a parameter nor a resource " + logicalId);
    }
    return String.valueOf(Section.asMap(resource, "Resources." + logicalId).get("Type"));
  }
}
