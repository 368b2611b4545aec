package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.template.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets Manager in memory, with versions, staging labels and scheduled deletion. Errors as its
 * API Reference and its service have them.
 */
final class SecretsManager implements Service {

  private final Place place;
  private final Clock clock;
  private final Map<String, StoredSecret> secrets = new HashMap<>();

  SecretsManager(Place place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  @Override
  public synchronized ObjectNode call(String operation, Request request) {
    return switch (operation) {
      case "CreateSecret" -> createSecret(request);
      case "GetSecretValue" -> getSecretValue(request);
      case "PutSecretValue" -> putSecretValue(request);
      case "DescribeSecret" -> describeSecret(request);
      case "DeleteSecret" -> deleteSecret(request);
      case "RestoreSecret" -> restoreSecret(request);
      default -> throw ServiceFault.unknownOperation(operation);
    };
  }

  private ObjectNode createSecret(Request request) {
    String name = request.required("Name");
    if (!name.matches("[A-Za-z0-9/_+=.@-]{1,512}")) {
      throw new ServiceFault(
          "ValidationException",
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
    }
    StoredSecret existing = secrets.get(name);
    String token = request.text("ClientRequestToken").orElseGet(SecretsManager::newToken);
    Optional<SecretValue> value = SecretValue.of(request);
    if (existing != null) {
      if (existing.deletion().isPresent()) {
        throw new ServiceFault(
            "InvalidRequestException",
            "You can't create this secret because a secret with this name is already scheduled for deletion.");
      }
      if (value.isEmpty() || !existing.isRepeated(token, value.get())) {
        throw new ServiceFault(
            "ResourceExistsException",
            "The operation failed because the secret " + name + " already exists.");
      }
      return identity(existing).put("VersionId", token);
    }
    StoredSecret secret = create(name, request.text("Description").orElse(""));
    if (value.isEmpty()) {
      return identity(secret);
    }
    secret.put(token, value.get(), List.of(StoredSecret.CURRENT), clock.instant());
    return identity(secret).put("VersionId", token);
  }

  private ObjectNode getSecretValue(Request request) {
    StoredSecret secret = live(request);
    StoredSecret.Version version =
        secret.version(request.text("VersionId"), request.text("VersionStage"));
    ObjectNode answer =
        identity(secret)
            .put("VersionId", version.id())
            .put("CreatedDate", seconds(version.created()));
    version.value().writeTo(answer);
    version.stages().forEach(answer.putArray("VersionStages")::add);
    return answer;
  }

  private ObjectNode putSecretValue(Request request) {
    StoredSecret secret = live(request);
    String token = request.text("ClientRequestToken").orElseGet(SecretsManager::newToken);
    SecretValue value =
        SecretValue.of(request)
            .orElseThrow(
                () ->
                    new ServiceFault(
                        "InvalidRequestException",
                        "You must provide either SecretString or SecretBinary."));
    List<String> stages = request.texts("VersionStages");
    StoredSecret.Version version =
        secret.put(
            token,
            value,
            stages.isEmpty() ? List.of(StoredSecret.CURRENT) : stages,
            clock.instant());
    ObjectNode answer = identity(secret).put("VersionId", version.id());
    version.stages().forEach(answer.putArray("VersionStages")::add);
    return answer;
  }

  private ObjectNode describeSecret(Request request) {
    StoredSecret secret = find(request.required("SecretId"));
    ObjectNode answer =
        identity(secret)
            .put("Description", secret.description())
            .put("CreatedDate", seconds(secret.created()));
    secret.deletion().ifPresent(at -> answer.put("DeletedDate", seconds(at)));
    ObjectNode versions = answer.putObject("VersionIdsToStages");
    secret.versions().stream()
        .filter(version -> !version.stages().isEmpty())
        .forEach(version -> version.stages().forEach(versions.putArray(version.id())::add));
    return answer;
  }

  private ObjectNode deleteSecret(Request request) {
    String id = request.required("SecretId");
    boolean force = request.flag("ForceDeleteWithoutRecovery");
    Optional<Integer> window = request.number("RecoveryWindowInDays");
    if (force && window.isPresent()) {
      throw new ServiceFault(
          "InvalidParameterException",
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    if (window.isPresent() && (window.get() < 7 || window.get() > 30)) {
      throw new ServiceFault(
          "InvalidParameterException",
          "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
    }
    if (force) {
      String name = nameOf(id);
      secrets.remove(name);
      return identity(new StoredSecret(name, place.secretArn(name), "", clock.instant()))
          .put("DeletionDate", seconds(clock.instant()));
    }
    StoredSecret secret = live(request);
    Instant deletion = clock.instant().plus(Duration.ofDays(window.orElse(30)));
    secret.deletion(Optional.of(deletion));
    return identity(secret).put("DeletionDate", seconds(deletion));
  }

  private ObjectNode restoreSecret(Request request) {
    StoredSecret secret = find(request.required("SecretId"));
    secret.deletion(Optional.empty());
    return identity(secret);
  }

  private StoredSecret create(String name, String description) {
    StoredSecret secret =
        new StoredSecret(name, place.secretArn(name), description, clock.instant());
    secrets.put(name, secret);
    return secret;
  }

  private StoredSecret live(Request request) {
    StoredSecret secret = find(request.required("SecretId"));
    if (secret.deletion().isPresent()) {
      throw new ServiceFault(
          "InvalidRequestException",
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    return secret;
  }

  private StoredSecret find(String nameOrArn) {
    StoredSecret secret = secrets.get(nameOf(nameOrArn));
    boolean over =
        secret != null && secret.deletion().filter(at -> !at.isAfter(clock.instant())).isPresent();
    if (secret == null || over) {
      throw new ServiceFault(
          "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }
    return secret;
  }

  private String nameOf(String nameOrArn) {
    String prefix = place.arn("secretsmanager", "secret:");
    if (!nameOrArn.startsWith(prefix)) {
      return nameOrArn;
    }
    String name =
        nameOrArn.substring(prefix.length(), Math.max(prefix.length(), nameOrArn.length() - 7));
    return place.secretArn(name).equals(nameOrArn) ? name : nameOrArn;
  }

  private static ObjectNode identity(StoredSecret secret) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ARN", secret.arn())
        .put("Name", secret.name());
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1000.0;
  }

  private static String newToken() {
    return UUID.randomUUID().toString();
  }
}
