package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items {@code tenant#<id>} and {@code key#<id>} of the tenants table. */
final class DynamoTenantStore implements TenantStore, Intervals {

  private final Table table;

  DynamoTenantStore(Table table) {
    this.table = table;
  }

  @Override
  public void create(Tenant tenant) {
    table.put(
        Item.empty()
            .with("id", "tenant#" + tenant.id())
            .with("name", tenant.name())
            .with("createdAt", tenant.createdAt())
            .put("apiKeys", AttributeValue.fromM(Map.of())),
        "attribute_not_exists(id)");
  }

  @Override
  public Optional<Tenant> find(String tenant) {
    return table.get("tenant#" + tenant).map(item -> read(tenant, item));
  }

  @Override
  public void setApp(String tenant, @Nullable FortnoxApp app) {
    if (app == null) {
      table.update("tenant#" + tenant, "REMOVE app", "attribute_exists(id)", Item.empty());
      return;
    }
    Item stored =
        Item.empty()
            .with("clientId", app.clientId())
            .with("secretName", app.secretName())
            .with("accountType", app.accountType().name())
            .with("scopes", app.scopes());
    table.update(
        "tenant#" + tenant,
        "SET app = :app",
        "attribute_exists(id)",
        Item.empty().put(":app", AttributeValue.fromM(stored.attributes())));
  }

  @Override
  public void addCallbackUrls(String tenant, List<String> urls) {
    if (!urls.isEmpty()) {
      table.update(
          "tenant#" + tenant,
          "ADD callbackUrls :urls",
          "attribute_exists(id)",
          Item.empty().with(":urls", new TreeSet<>(urls)));
    }
  }

  @Override
  public void setPassesWrites(String tenant, boolean passesWrites) {
    table.update(
        "tenant#" + tenant,
        passesWrites ? "SET passesWrites = :yes" : "REMOVE passesWrites",
        "attribute_exists(id)",
        passesWrites ? Item.empty().with(":yes", 1) : Item.empty());
  }

  @Override
  public Map<String, Duration> intervals(String tenant) {
    var intervals = new TreeMap<String, Duration>();
    table
        .get("tenant#" + tenant)
        .ifPresent(
            item ->
                item.map("intervals")
                    .forEach(
                        (resource, seconds) ->
                            intervals.put(
                                resource, Duration.ofSeconds(Long.parseLong(seconds.n())))));
    return intervals;
  }

  @Override
  public void setIntervals(String tenant, Map<String, Duration> intervals) {
    var seconds = new TreeMap<String, AttributeValue>();
    intervals.forEach((resource, each) -> seconds.put(resource, Item.number(each.toSeconds())));
    table.update(
        "tenant#" + tenant,
        "SET intervals = :intervals",
        "attribute_exists(id)",
        Item.empty().put(":intervals", AttributeValue.fromM(seconds)));
  }

  @Override
  public void listKey(String tenant, String keyId, Instant madeAt) {
    // Key ids are letters and digits only (Ids), so that they can stand in an expression.
    table.update(
        "tenant#" + tenant,
        "SET apiKeys.k" + keyId + " = :at",
        "attribute_exists(id)",
        Item.empty().with(":at", madeAt));
  }

  @Override
  public void enableKey(String tenant, String keyId, String hash) {
    table.put(
        Item.empty().with("id", "key#" + keyId).with("tenant", tenant).with("hash", hash),
        "attribute_not_exists(id)");
  }

  @Override
  public boolean withdrawKey(String tenant, String keyId) {
    if (!find(tenant).map(found -> found.apiKeys().containsKey(keyId)).orElse(false)) {
      return false;
    }
    table.delete("key#" + keyId, "tenant = :tenant", Item.empty().with(":tenant", tenant));
    table.update(
        "tenant#" + tenant, "REMOVE apiKeys.k" + keyId, "attribute_exists(id)", Item.empty());
    return true;
  }

  @Override
  public Optional<ApiKeyRecord> findKey(String keyId) {
    return table
        .get("key#" + keyId)
        .map(item -> new ApiKeyRecord(keyId, item.required("tenant"), item.required("hash")));
  }

  private static Tenant read(String id, Item item) {
    var keys = new TreeMap<String, Instant>();
    item.map("apiKeys")
        .forEach(
            (key, at) -> keys.put(key.substring(1), Instant.ofEpochMilli(Long.parseLong(at.n()))));
    return new Tenant(
        id,
        item.required("name"),
        item.has("app") ? app(Item.of(item.map("app"))) : null,
        List.copyOf(item.texts("callbackUrls")),
        keys,
        item.has("passesWrites"),
        item.time("createdAt"));
  }

  private static FortnoxApp app(Item app) {
    return new FortnoxApp(
        app.required("clientId"),
        app.required("secretName"),
        AccountType.valueOf(app.required("accountType")),
        app.texts("scopes"));
  }
}
