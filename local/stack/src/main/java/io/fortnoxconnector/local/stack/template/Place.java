package io.fortnoxconnector.local.stack.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Where the stack pretends to be: its name, region and account, and the names and ARNs that follow
 * from them.
 */
public record Place(String stackName, String region, String accountId) {

  /** The account is the one ElasticMQ puts into its queue URLs and ARNs. */
  public static final Place LOCAL = new Place("fortnox-connector", "eu-north-1", "000000000000");

  /** The name CloudFormation would give a resource that has none; here without its random end. */
  String physicalName(String logicalId) {
    return stackName + "-" + logicalId;
  }

  /** An ARN of a regional service in this account. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
  }

  /** Secrets Manager ends every secret's ARN with a hyphen and six characters. */
  public String secretArn(String name) {
    return arn(
        "secretsmanager", "secret:" + name + "-" + fingerprint(name).toString().substring(0, 6));
  }

  String keyId(String logicalId) {
    return fingerprint(logicalId).toString();
  }

  private UUID fingerprint(String name) {
    return UUID.nameUUIDFromBytes((stackName + "/" + name).getBytes(UTF_8));
  }
}
