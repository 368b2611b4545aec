package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager, with what was read kept in memory for five minutes. */
final class SecretsManagerStore implements SecretStore {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Supplier<SecretsManagerClient> client;
  private final Timing timing;
  private final Map<String, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(Secret value, Instant until) {}

  SecretsManagerStore(Supplier<SecretsManagerClient> client, Timing timing) {
    this.client = client;
    this.timing = timing;
  }

  @Override
  public Optional<Secret> read(String name) {
    Cached cached = cache.get(name);
    return cached != null && timing.now().isBefore(cached.until())
        ? Optional.of(cached.value())
        : readAnew(name);
  }

  @Override
  public Optional<Secret> readAnew(String name) {
    try {
      Secret value =
          new Secret(client.get().getSecretValue(request -> request.secretId(name)).secretString());
      cache.put(name, new Cached(value, timing.now().plus(KEPT)));
      return Optional.of(value);
    } catch (ResourceNotFoundException e) {
      cache.remove(name);
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, Secret value) {
    try {
      client.get().createSecret(request -> request.name(name).secretString(value.reveal()));
    } catch (ResourceExistsException e) {
      client.get().putSecretValue(request -> request.secretId(name).secretString(value.reveal()));
    }
    cache.remove(name);
  }

  @Override
  public void delete(String name) {
    try {
      client.get().deleteSecret(request -> request.secretId(name).forceDeleteWithoutRecovery(true));
    } catch (ResourceNotFoundException e) {
      // it is gone, which is what was asked for
    }
    cache.remove(name);
  }

  void clear() {
    cache.clear();
  }
}
