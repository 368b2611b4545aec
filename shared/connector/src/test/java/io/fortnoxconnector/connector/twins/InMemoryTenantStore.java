package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tenants.TenantStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Vendors in a map. */
public final class InMemoryTenantStore implements TenantStore, Intervals {

  private final Map<String, Tenant> tenants = new HashMap<>();
  private final Map<String, ApiKeyRecord> keys = new HashMap<>();
  private final Map<String, Map<String, Duration>> intervals = new HashMap<>();

  @Override
  public synchronized void create(Tenant tenant) {
    tenants.putIfAbsent(tenant.id(), tenant);
  }

  @Override
  public synchronized Optional<Tenant> find(String tenant) {
    return Optional.ofNullable(tenants.get(tenant));
  }

  @Override
  public synchronized void setApp(String tenant, @Nullable FortnoxApp app) {
    change(
        tenant,
        t ->
            new Tenant(
                t.id(),
                t.name(),
                app,
                t.callbackUrls(),
                t.apiKeys(),
                t.passesWrites(),
                t.createdAt()));
  }

  @Override
  public synchronized void addCallbackUrls(String tenant, List<String> urls) {
    change(
        tenant,
        t -> {
          var all = new TreeSet<>(t.callbackUrls());
          all.addAll(urls);
          return new Tenant(
              t.id(),
              t.name(),
              t.app(),
              List.copyOf(all),
              t.apiKeys(),
              t.passesWrites(),
              t.createdAt());
        });
  }

  @Override
  public synchronized void setPassesWrites(String tenant, boolean passesWrites) {
    change(
        tenant,
        t ->
            new Tenant(
                t.id(),
                t.name(),
                t.app(),
                t.callbackUrls(),
                t.apiKeys(),
                passesWrites,
                t.createdAt()));
  }

  @Override
  public synchronized void listKey(String tenant, String keyId, Instant madeAt) {
    changeKeys(tenant, listed -> listed.put(keyId, madeAt));
  }

  @Override
  public synchronized void enableKey(String tenant, String keyId, String hash) {
    keys.putIfAbsent(keyId, new ApiKeyRecord(keyId, tenant, hash));
  }

  @Override
  public synchronized boolean withdrawKey(String tenant, String keyId) {
    if (!find(tenant).map(found -> found.apiKeys().containsKey(keyId)).orElse(false)) {
      return false;
    }
    keys.computeIfPresent(keyId, (_, key) -> key.tenant().equals(tenant) ? null : key);
    changeKeys(tenant, listed -> listed.remove(keyId));
    return true;
  }

  @Override
  public synchronized Map<String, Duration> intervals(String tenant) {
    return intervals.getOrDefault(tenant, Map.of());
  }

  @Override
  public synchronized void setIntervals(String tenant, Map<String, Duration> wanted) {
    if (tenants.containsKey(tenant)) {
      intervals.put(tenant, Map.copyOf(wanted));
    }
  }

  @Override
  public synchronized Optional<ApiKeyRecord> findKey(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  private void changeKeys(String tenant, Consumer<TreeMap<String, Instant>> change) {
    change(
        tenant,
        t -> {
          var listed = new TreeMap<>(t.apiKeys());
          change.accept(listed);
          return new Tenant(
              t.id(), t.name(), t.app(), t.callbackUrls(), listed, t.passesWrites(), t.createdAt());
        });
  }

  private void change(String tenant, UnaryOperator<Tenant> change) {
    tenants.computeIfPresent(tenant, (_, found) -> change.apply(found));
  }
}
