package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.Place;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The system properties by which the AWS SDK finds this stack instead of AWS, <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS SDKs:
 * Service-specific endpoints</a>. They hold for the whole process, and closing puts back what was
 * there before.
 */
final class SdkSettings implements AutoCloseable {

  private final Map<String, String> before = new ConcurrentHashMap<>();

  SdkSettings(Place place) {
    set("aws.region", place.region());
    set("aws.accessKeyId", "local");
    set("aws.secretAccessKey", "local");
    // DynamoDB Local brings more clients than the functions' zips have.
    set(
        "software.amazon.awssdk.http.service.impl",
        "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService");
  }

  void endpoint(Service service, URI url) {
    switch (service) {
      case DYNAMODB -> set("aws.endpointUrlDynamoDb", url.toString());
      case SQS -> set("aws.endpointUrlSqs", url.toString());
      case KMS -> set("aws.endpointUrlKms", url.toString());
      case SECRETS_MANAGER -> set("aws.endpointUrlSecretsManager", url.toString());
      case FORTNOX_API, FORTNOX_AUTH -> {
        // No AWS service: the template's parameters name them.
      }
    }
  }

  /** The same for another process, as environment variables. */
  static Map<String, String> variables(Place place, Map<Service, URI> services) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_REGION", place.region());
    variables.put("AWS_DEFAULT_REGION", place.region());
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_SESSION_TOKEN", "local");
    services.forEach(
        (service, url) -> {
          switch (service) {
            case DYNAMODB, SQS, KMS, SECRETS_MANAGER ->
                variables.put("AWS_ENDPOINT_URL_" + service, url.toString());
            case FORTNOX_API, FORTNOX_AUTH -> {
              // No AWS service: the template's parameters name them.
            }
          }
        });
    return variables;
  }

  /** Sets the system properties that the functions' JAVA_TOOL_OPTIONS set on AWS. */
  void javaToolOptions(List<FunctionSpec> functions) {
    Map<String, String> definitions = new HashMap<>();
    functions.forEach(
        function -> {
          for (String option :
              function.environment().getOrDefault("JAVA_TOOL_OPTIONS", "").split(" ", -1)) {
            int equals = option.indexOf('=');
            if (option.startsWith("-D") && equals > 0) {
              definitions.put(option.substring(2, equals), option.substring(equals + 1));
            }
          }
        });
    definitions.forEach(this::set);
  }

  private void set(String property, String value) {
    @Nullable String old = System.setProperty(property, value);
    before.putIfAbsent(property, old == null ? "" : old);
  }

  @Override
  public void close() {
    before.forEach(
        (property, old) -> {
          if (old.isEmpty()) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, old);
          }
        });
  }
}
