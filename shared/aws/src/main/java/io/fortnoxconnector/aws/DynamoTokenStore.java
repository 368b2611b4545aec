package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connections' tokens in their items, and the lease under which they're renewed. The index
 * {@code byKeepAlive} holds those that have a refresh token.
 */
final class DynamoTokenStore implements TokenStore {

  /** The one key of the index {@code byKeepAlive}. */
  static final String KEEP_ALIVE = "refresh";

  /**
   * Fortnox's refresh tokens live 45 days (31 in older documents): twenty days leave time for a
   * long outage.
   */
  private static final Duration KEEP_ALIVE_AFTER = Duration.ofDays(20);

  private final Table table;
  private final Index byKeepAlive;

  DynamoTokenStore(Table table) {
    this.table = table;
    this.byKeepAlive = table.index("byKeepAlive");
  }

  static Instant refreshDue(Instant renewedAt) {
    return renewedAt.plus(KEEP_ALIVE_AFTER);
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
                .with(":due", refreshDue(now))
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
            .with(":due", refreshDue(now))
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
    return byKeepAlive
        .query(
            "keepAlive = :refresh AND refreshDueAt < :now",
            Item.empty().with(":refresh", KEEP_ALIVE).with(":now", now),
            limit)
        .stream()
        .map(item -> item.required("id"))
        .toList();
  }
}
