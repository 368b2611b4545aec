package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Consent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The connections table: one item per connection. Its index {@code byTenant} holds them in the
 * order of their connecting.
 */
final class DynamoConnectionStore implements ConnectionStore {

  private static final Set<String> OPTIONAL =
      new TreeSet<>(
          Set.of(
              "leaseOwner",
              "leaseUntil",
              "consentScope",
              "consentMessage",
              "refresh",
              "scopes",
              "keepAlive",
              "refreshDueAt"));

  private final Table table;
  private final Index byTenant;

  DynamoConnectionStore(Table table) {
    this.table = table;
    this.byTenant = table.index("byTenant");
  }

  @Override
  public Optional<Connection> find(String id) {
    return table.get(id).map(ConnectionItem::read);
  }

  @Override
  public void connect(Connection connection) {
    Change change = Change.to(ConnectionItem.of(connection), OPTIONAL);
    table.update(connection.id(), change.expression(), change.values());
  }

  @Override
  public void describe(String id, String companyName, String organisationNumber) {
    table.update(
        id,
        "SET companyName = :name, organisationNumber = :number",
        "attribute_exists(id)",
        Item.empty().with(":name", companyName).with(":number", organisationNumber));
  }

  @Override
  public boolean addAccountKey(String id, String tenant, String hash) {
    Write write =
        table.update(
            id,
            "SET olderKey = if_not_exists(newerKey, :hash), newerKey = :hash",
            "tenant = :tenant AND (attribute_not_exists(newerKey) OR newerKey <> :hash)",
            Item.empty().with(":hash", hash).with(":tenant", tenant));
    // Repeated by the SDK after a lost reply, the update would push the older key out.
    return write.isDone()
        || (write instanceof Write.Unmet(var found)
            && tenant.equals(found.textOrNull("tenant"))
            && hash.equals(found.textOrNull("newerKey")));
  }

  @Override
  public void setConsent(String id, Consent consent, @Nullable ConsentDetail detail) {
    if (detail == null) {
      table.update(
          id,
          "SET consent = :consent REMOVE consentScope, consentMessage",
          "attribute_exists(id)",
          Item.empty().with(":consent", consent.name()));
      return;
    }
    table.update(
        id,
        "SET consent = :consent, consentScope = :scope, consentMessage = :message",
        "attribute_exists(id)",
        Item.empty()
            .with(":consent", consent.name())
            .with(":scope", detail.scope())
            .with(":message", detail.message()));
  }

  @Override
  public Optional<Connection> remove(String id, String tenant) {
    return switch (table.delete(id, "tenant = :tenant", Item.empty().with(":tenant", tenant))) {
      case Write.Done(var old) -> Optional.of(ConnectionItem.read(old));
      case Write.Unmet _ -> Optional.empty();
    };
  }

  @Override
  public Page ofTenant(String tenant, int limit, @Nullable String after) {
    Map<String, AttributeValue> start = new HashMap<>();
    if (after != null) {
      Optional<Connection> last = find(after).filter(found -> found.tenant().equals(tenant));
      if (last.isEmpty()) {
        return new Page(List.of(), null);
      }
      start.put("id", Item.text(after));
      start.put("tenant", Item.text(tenant));
      start.put("connectedAt", Item.time(last.get().connectedAt()));
    }
    List<Connection> connections =
        byTenant
            .query("tenant = :tenant", Item.empty().with(":tenant", tenant), limit, start)
            .stream()
            .map(ConnectionItem::read)
            .toList();
    return new Page(connections, connections.size() < limit ? null : connections.getLast().id());
  }
}
