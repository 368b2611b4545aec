package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.webhooks.SigningKey;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Health;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Webhooks in maps. */
public final class InMemoryWebhookStore implements WebhookStore {

  private final Map<String, Webhook> webhooks = new TreeMap<>();

  @Override
  public synchronized Creation create(Webhook webhook, int most) {
    if (webhooks.containsKey(webhook.id())) {
      return Creation.THERE;
    }
    long alike =
        webhooks.values().stream()
            .filter(other -> other.tenant().equals(webhook.tenant()))
            .filter(other -> Objects.equals(other.connection(), webhook.connection()))
            .count();
    if (alike >= most) {
      return Creation.TOO_MANY;
    }
    webhooks.put(webhook.id(), webhook);
    return Creation.DONE;
  }

  @Override
  public synchronized Optional<Webhook> find(String tenant, String webhook) {
    return Optional.ofNullable(webhooks.get(webhook))
        .filter(found -> found.tenant().equals(tenant));
  }

  @Override
  public synchronized List<Webhook> ofTenant(String tenant, int limit, @Nullable String after) {
    return webhooks.values().stream()
        .filter(webhook -> webhook.tenant().equals(tenant))
        .filter(webhook -> after == null || webhook.id().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Webhook> covering(String tenant, String connection) {
    return ofTenant(tenant, Integer.MAX_VALUE, null).stream()
        .filter(webhook -> webhook.covers(connection))
        .toList();
  }

  private Optional<Webhook> changed(Webhook webhook, UnaryOperator<Webhook> change) {
    Optional<Webhook> changed = find(webhook.tenant(), webhook.id()).map(change);
    changed.ifPresent(now -> webhooks.put(now.id(), now));
    return changed;
  }

  private static Webhook with(
      Webhook webhook, Settings settings, Status status, List<SigningKey> keys, Instant now) {
    return new Webhook(
        webhook.id(),
        webhook.tenant(),
        webhook.connection(),
        settings,
        status,
        keys,
        webhook.createdAt(),
        now,
        webhook.health());
  }

  private static Webhook with(Webhook webhook, Status status, Health health) {
    return new Webhook(
        webhook.id(),
        webhook.tenant(),
        webhook.connection(),
        webhook.settings(),
        status,
        webhook.keys(),
        webhook.createdAt(),
        webhook.updatedAt(),
        health);
  }

  @Override
  public synchronized Optional<Webhook> change(Webhook webhook, Settings settings, Instant now) {
    return changed(webhook, found -> with(found, settings, found.status(), found.keys(), now));
  }

  @Override
  public synchronized boolean rotate(Webhook webhook, List<SigningKey> keys, Instant now) {
    return find(webhook.tenant(), webhook.id())
            .filter(found -> found.keys().equals(webhook.keys()))
            .isPresent()
        && changed(webhook, found -> with(found, found.settings(), found.status(), keys, now))
            .isPresent();
  }

  @Override
  public synchronized Optional<Webhook> resume(Webhook webhook, Instant now) {
    return changed(
        webhook,
        found ->
            with(
                with(
                    found,
                    Status.ACTIVE,
                    new Health(null, null, found.health().recoveredAt(), now)),
                found.settings(),
                Status.ACTIVE,
                found.keys(),
                now));
  }

  @Override
  public synchronized boolean stop(Webhook webhook, Status status, Instant now) {
    return find(webhook.tenant(), webhook.id()).filter(Webhook::isActive).isPresent()
        && changed(webhook, found -> with(found, found.settings(), status, found.keys(), now))
            .isPresent();
  }

  @Override
  public synchronized boolean remove(String tenant, String webhook) {
    return find(tenant, webhook).isPresent() && webhooks.remove(webhook) != null;
  }

  @Override
  public synchronized Optional<Webhook> failed(Webhook webhook, Instant now, Instant holdUntil) {
    return changed(
        webhook,
        found -> {
          Health health = found.health();
          return with(
              found,
              found.status(),
              new Health(
                  health.failingSince() == null ? now : health.failingSince(),
                  holdUntil,
                  health.recoveredAt(),
                  health.resumedAt()));
        });
  }

  @Override
  public synchronized void well(Webhook webhook, @Nullable Instant recoveredAt) {
    changed(
        webhook,
        found ->
            with(
                found,
                found.status(),
                new Health(
                    null,
                    null,
                    recoveredAt == null ? found.health().recoveredAt() : recoveredAt,
                    found.health().resumedAt())));
  }
}
