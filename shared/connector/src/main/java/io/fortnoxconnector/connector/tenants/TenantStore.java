package io.fortnoxconnector.connector.tenants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vendors and their API keys. Every method can be repeated after a crash. */
public interface TenantStore {

  void create(Tenant tenant);

  Optional<Tenant> find(String tenant);

  /** Sets or, with null, removes the vendor's Fortnox integration. */
  void setApp(String tenant, @Nullable FortnoxApp app);

  /** Adds to the allow-list; what is there already stays as it is. */
  void addCallbackUrls(String tenant, List<String> urls);

  void setPassesWrites(String tenant, boolean passesWrites);

  /** Lists the key on the tenant. It opens nothing until {@link #enableKey}. */
  void listKey(String tenant, String keyId, Instant madeAt);

  void enableKey(String tenant, String keyId, String hash);

  /** True if the key was there, and the tenant's. */
  boolean withdrawKey(String tenant, String keyId);

  Optional<ApiKeyRecord> findKey(String keyId);

  /** What is stored of an API key. */
  record ApiKeyRecord(String id, String tenant, String hash) {}
}
