package io.fortnoxconnector.local.stack.services;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One secret with its versions; a staging label stands on one version at a time. Guarded by its
 * owner.
 */
final class StoredSecret {

  static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";

  private final String name;
  private final String arn;
  private final String description;
  private final Instant created;
  private final Map<String, Version> versions = new LinkedHashMap<>();
  private Optional<Instant> deletion = Optional.empty();

  /**
   * A value with its labels.
   *
   * @param id the client's request token
   */
  record Version(String id, SecretValue value, Instant created, Set<String> stages) {}

  StoredSecret(String name, String arn, String description, Instant created) {
    this.name = name;
    this.arn = arn;
    this.description = description;
    this.created = created;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  String description() {
    return description;
  }

  Instant created() {
    return created;
  }

  Collection<Version> versions() {
    return versions.values();
  }

  /** When a scheduled deletion becomes final. */
  Optional<Instant> deletion() {
    return deletion;
  }

  void deletion(Optional<Instant> at) {
    deletion = at;
  }

  boolean isRepeated(String token, SecretValue value) {
    Version version = versions.get(token);
    return version != null && version.value.equals(value);
  }

  /**
   * Adds a version and moves the labels to it; the same token with the same value again changes
   * nothing.
   */
  Version put(String token, SecretValue value, List<String> stages, Instant now) {
    Version existing = versions.get(token);
    if (existing != null) {
      if (existing.value.equals(value)) {
        return existing;
      }
      throw new ServiceFault(
          "ResourceExistsException",
          "You can't use ClientRequestToken "
              + token
              + " because that value is already in use for a version of secret "
              + arn
              + ".");
    }
    if (stages.contains(CURRENT)) {
      labelled(CURRENT).ifPresent(current -> move(PREVIOUS, current));
    }
    Version version = new Version(token, value, now, new TreeSet<>());
    versions.put(token, version);
    stages.forEach(stage -> move(stage, version));
    return version;
  }

  Version version(Optional<String> id, Optional<String> stage) {
    if (id.isPresent()) {
      Version version = versions.get(id.get());
      if (version == null || stage.filter(label -> !version.stages.contains(label)).isPresent()) {
        throw notFound("VersionId: " + id.get());
      }
      return version;
    }
    String label = stage.orElse(CURRENT);
    return labelled(label).orElseThrow(() -> notFound("staging label: " + label));
  }

  private Optional<Version> labelled(String stage) {
    return versions.values().stream().filter(version -> version.stages.contains(stage)).findFirst();
  }

  private void move(String stage, Version to) {
    versions.values().forEach(version -> version.stages.remove(stage));
    to.stages.add(stage);
  }

  private static ServiceFault notFound(String what) {
    return new ServiceFault(
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret value for " + what);
  }
}
