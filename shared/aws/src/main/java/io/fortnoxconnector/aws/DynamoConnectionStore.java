package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.events.Rounds;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.tokens.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The connections table: one item per connection, with its tokens as KMS ciphertext and the lease
 * under which they're renewed.
 */
final class DynamoConnectionStore implements ConnectionStore, TokenStore, Rounds {

  /**
   * Fortnox's refresh tokens live 45 days (31 in older documents): twenty days leave time for a
   * long outage.
   */
  static final Duration KEEP_ALIVE_AFTER = Duration.ofDays(20);

  private static final String KEEP_ALIVE = "refresh";

  /** The one key of the index {@code byLook}: each connection changes it once a look. */
  private static final String LOOKED_AT = "changes";

  private final Table table;

  DynamoConnectionStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Connection> find(String id) {
    return table.get(id).map(DynamoConnectionStore::read);
  }

  @Override
  public void connect(Connection connection) {
    TokenState tokens = connection.tokens();
    Sealed refresh = tokens.refresh();
    ConsentDetail detail = connection.consentDetail();
    Item values =
        Item.empty()
            .with("tenant", connection.tenant())
            .with("companyId", connection.companyId())
            .with("companyName", connection.companyName())
            .with("organisationNumber", connection.organisationNumber())
            .with("clientId", connection.clientId())
            .with("secretName", connection.secretName())
            .with("scopes", connection.scopes())
            .with("consent", connection.consent().name())
            .with("consentScope", detail == null ? null : detail.scope())
            .with("consentMessage", detail == null ? null : detail.message())
            .with("connectedAt", connection.connectedAt())
            .with("grantType", tokens.grant().name())
            .with("tokenVersion", tokens.version())
            .with("access", tokens.access().bytes())
            .with("accessExpiresAt", tokens.accessExpiresAt())
            .with("refresh", refresh == null ? null : refresh.bytes())
            .with("renewedAt", tokens.renewedAt())
            .with("lookFor", LOOKED_AT)
            .with("lookDueAt", connection.connectedAt());
    if (tokens.grant() == Grant.REFRESH_TOKEN) {
      values
          .with("keepAlive", KEEP_ALIVE)
          .with("refreshDueAt", tokens.renewedAt().plus(KEEP_ALIVE_AFTER));
    }
    var sets = new StringBuilder("SET ");
    Item renamed = Item.empty();
    values
        .attributes()
        .forEach(
            (name, value) -> {
              sets.append(sets.length() > 4 ? ", " : "").append(name).append(" = :").append(name);
              renamed.put(":" + name, value);
            });
    List<String> gone =
        Stream.of(
                "leaseOwner",
                "leaseUntil",
                "consentScope",
                "consentMessage",
                "refresh",
                "scopes",
                "keepAlive",
                "refreshDueAt")
            .filter(name -> !values.has(name))
            .toList();
    table.update(connection.id(), sets + " REMOVE " + String.join(", ", gone), renamed);
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
      case Write.Done(var old) -> Optional.of(read(old));
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
        table
            .query(
                "byTenant", "tenant = :tenant", Item.empty().with(":tenant", tenant), limit, start)
            .stream()
            .map(DynamoConnectionStore::read)
            .toList();
    return new Page(connections, connections.size() < limit ? null : connections.getLast().id());
  }

  @Override
  public Lease lease(
      String connection, long seenVersion, String owner, Instant now, Instant until) {
    Write write =
        table.updateShowingOld(
            connection,
            "SET leaseOwner = :owner, leaseUntil = :until",
            "tokenVersion = :seen AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now)",
            Item.empty()
                .with(":owner", owner)
                .with(":until", until)
                .with(":seen", seenVersion)
                .with(":now", now));
    return switch (write) {
      case Write.Done(var old) -> old.has("leaseOwner") ? Lease.ABANDONED : Lease.FREE;
      // The owner id is ours alone: after a lost reply the SDK repeats the update, finds its
      // condition false, and would otherwise believe that somebody else had taken the lease.
      case Write.Unmet(var found) ->
          owner.equals(found.textOrNull("leaseOwner"))
                  && found.number("tokenVersion") == seenVersion
              ? Lease.ABANDONED
              : Lease.REFUSED;
    };
  }

  @Override
  public boolean rotated(
      String connection, long seenVersion, String owner, Sealed successor, Instant now) {
    Write write =
        table.update(
            connection,
            "SET refresh = :refresh, accessExpiresAt = :now, renewedAt = :now, refreshDueAt = :due,"
                + " tokenVersion = tokenVersion + :one",
            "leaseOwner = :owner AND tokenVersion = :seen",
            Item.empty()
                .with(":owner", owner)
                .with(":seen", seenVersion)
                .with(":refresh", successor.bytes())
                .with(":now", now)
                .with(":due", now.plus(KEEP_ALIVE_AFTER))
                .with(":one", 1));
    return write.isDone()
        || (write instanceof Write.Unmet(var found)
            && owner.equals(found.textOrNull("leaseOwner"))
            && found.number("tokenVersion") == seenVersion + 1
            && Arrays.equals(successor.bytes(), found.binaryOrNull("refresh")));
  }

  @Override
  public boolean renew(
      String connection,
      String owner,
      Sealed access,
      Instant accessExpiresAt,
      @Nullable Sealed refresh,
      Instant now) {
    Item values =
        Item.empty()
            .with(":owner", owner)
            .with(":access", access.bytes())
            .with(":expires", accessExpiresAt)
            .with(":now", now)
            .with(":due", now.plus(KEEP_ALIVE_AFTER))
            .with(":one", 1)
            .with(":refresh", refresh == null ? null : refresh.bytes());
    Write write =
        table.update(
            connection,
            "SET access = :access, accessExpiresAt = :expires, renewedAt = :now, refreshDueAt = :due,"
                + " tokenVersion = tokenVersion + :one, renewedBy = :owner"
                + (refresh == null ? "" : ", refresh = :refresh")
                + " REMOVE leaseOwner, leaseUntil",
            "leaseOwner = :owner",
            values);
    return write.isDone()
        || (write instanceof Write.Unmet(var found) && owner.equals(found.textOrNull("renewedBy")));
  }

  @Override
  public void release(String connection, String owner) {
    table.update(
        connection,
        "REMOVE leaseOwner, leaseUntil",
        "leaseOwner = :owner",
        Item.empty().with(":owner", owner));
  }

  @Override
  public List<String> idle(Instant now, int limit) {
    return table
        .query(
            "byKeepAlive",
            "keepAlive = :refresh AND refreshDueAt < :now",
            Item.empty().with(":refresh", KEEP_ALIVE).with(":now", now),
            limit,
            Map.of())
        .stream()
        .map(item -> item.required("id"))
        .toList();
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return table
        .query(
            "byLook",
            "lookFor = :changes AND lookDueAt < :now",
            Item.empty().with(":changes", LOOKED_AT).with(":now", now),
            limit,
            Map.of())
        .stream()
        .map(item -> item.required("id"))
        .toList();
  }

  /** Repeated by the SDK after a lost reply it fails: the connection is due again in a while. */
  @Override
  public boolean claim(String connection, Instant now, Instant until) {
    return table
        .update(
            connection,
            "SET lookDueAt = :until",
            "lookDueAt < :now",
            Item.empty().with(":until", until).with(":now", now))
        .isDone();
  }

  @Override
  public void next(String connection, Instant at) {
    table.update(
        connection, "SET lookDueAt = :at", "attribute_exists(id)", Item.empty().with(":at", at));
  }

  private static Connection read(Item item) {
    byte[] refresh = item.binaryOrNull("refresh");
    String message = item.textOrNull("consentMessage");
    return new Connection(
        item.required("id"),
        item.required("tenant"),
        item.required("companyId"),
        item.textOrNull("companyName"),
        item.textOrNull("organisationNumber"),
        item.required("clientId"),
        item.required("secretName"),
        item.texts("scopes"),
        Consent.valueOf(item.required("consent")),
        message == null ? null : new ConsentDetail(item.text("consentScope", ""), message),
        Stream.of("newerKey", "olderKey")
            .map(name -> item.text(name, ""))
            .filter(hash -> !hash.isEmpty())
            .distinct()
            .toList(),
        item.time("connectedAt"),
        new TokenState(
            Grant.valueOf(item.required("grantType")),
            item.number("tokenVersion"),
            Sealed.of(Objects.requireNonNull(item.binaryOrNull("access"), "access")),
            item.time("accessExpiresAt"),
            refresh == null ? null : Sealed.of(refresh),
            item.textOrNull("leaseOwner"),
            item.timeOrNull("leaseUntil"),
            item.time("renewedAt")));
  }
}
