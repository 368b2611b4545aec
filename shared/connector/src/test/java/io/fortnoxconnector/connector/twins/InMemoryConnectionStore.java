package io.fortnoxconnector.connector.twins;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections and their tokens in a map. */
public final class InMemoryConnectionStore implements ConnectionStore, TokenStore, Rounds {

  private static final Duration KEEP_ALIVE_AFTER = Duration.ofDays(20);

  private final Map<String, Connection> connections = new HashMap<>();
  private final Map<String, String> renewedBy = new HashMap<>();
  private final Map<String, Instant> lookDueAt = new HashMap<>();
  private Runnable beforeRotating = () -> {};

  @Override
  public synchronized Optional<Connection> find(String id) {
    return Optional.ofNullable(connections.get(id));
  }

  @Override
  public synchronized void connect(Connection c) {
    lookDueAt.put(c.id(), c.connectedAt());
    connections.merge(
        c.id(),
        c,
        (old, fresh) ->
            new Connection(
                fresh.id(),
                fresh.tenant(),
                fresh.companyId(),
                fresh.companyName() == null ? old.companyName() : fresh.companyName(),
                fresh.organisationNumber() == null
                    ? old.organisationNumber()
                    : fresh.organisationNumber(),
                fresh.clientId(),
                fresh.secretName(),
                fresh.scopes(),
                fresh.consent(),
                fresh.consentDetail(),
                old.accountKeyHashes(),
                fresh.connectedAt(),
                fresh.tokens()));
  }

  @Override
  public synchronized void describe(String id, String companyName, String organisationNumber) {
    change(
        id,
        c ->
            new Connection(
                c.id(),
                c.tenant(),
                c.companyId(),
                companyName,
                organisationNumber,
                c.clientId(),
                c.secretName(),
                c.scopes(),
                c.consent(),
                c.consentDetail(),
                c.accountKeyHashes(),
                c.connectedAt(),
                c.tokens()));
  }

  @Override
  public synchronized boolean addAccountKey(String id, String tenant, String hash) {
    if (!belongsTo(id, tenant)) {
      return false;
    }
    change(
        id,
        c ->
            with(
                c,
                c.consent(),
                c.consentDetail(),
                Stream.concat(Stream.of(hash), c.accountKeyHashes().stream())
                    .distinct()
                    .limit(2)
                    .toList(),
                c.tokens()));
    return true;
  }

  @Override
  public synchronized void setConsent(String id, Consent consent, @Nullable ConsentDetail detail) {
    change(id, c -> with(c, consent, detail, c.accountKeyHashes(), c.tokens()));
  }

  @Override
  public synchronized Optional<Connection> remove(String id, String tenant) {
    return belongsTo(id, tenant) ? Optional.ofNullable(connections.remove(id)) : Optional.empty();
  }

  @Override
  public synchronized Page ofTenant(String tenant, int limit, @Nullable String after) {
    List<Connection> all =
        connections.values().stream()
            .filter(connection -> connection.tenant().equals(tenant))
            .sorted(Comparator.comparing(Connection::connectedAt).thenComparing(Connection::id))
            .toList();
    int from = 0;
    if (after != null) {
      from = all.stream().map(Connection::id).toList().indexOf(after) + 1;
      if (from == 0) {
        return new Page(List.of(), null);
      }
    }
    List<Connection> page = all.subList(from, Math.min(all.size(), from + limit));
    return new Page(page, page.size() < limit ? null : page.getLast().id());
  }

  @Override
  public synchronized Lease lease(
      String connection, long seenVersion, String owner, Instant now, Instant until) {
    TokenState tokens = find(connection).map(Connection::tokens).orElse(null);
    if (tokens == null || tokens.version() != seenVersion) {
      return Lease.REFUSED;
    }
    Instant running = tokens.leaseUntil();
    if (running != null && !running.isBefore(now)) {
      return owner.equals(tokens.leaseOwner()) ? Lease.ABANDONED : Lease.REFUSED;
    }
    changeTokens(connection, t -> leased(t, owner, until));
    return running == null ? Lease.FREE : Lease.ABANDONED;
  }

  /** Runs before a successor is stored; what it throws keeps it from being stored. */
  public synchronized void beforeRotating(Runnable doing) {
    beforeRotating = doing;
  }

  @Override
  public synchronized boolean rotated(
      String connection, long seenVersion, String owner, Sealed successor, Instant now) {
    beforeRotating.run();
    TokenState tokens = find(connection).map(Connection::tokens).orElse(null);
    if (tokens == null || !owner.equals(tokens.leaseOwner())) {
      return false;
    }
    if (tokens.version() == seenVersion + 1) {
      return successor.equals(tokens.refresh());
    }
    if (tokens.version() != seenVersion) {
      return false;
    }
    changeTokens(
        connection,
        t ->
            new TokenState(
                t.grant(),
                t.version() + 1,
                t.access(),
                now,
                successor,
                t.leaseOwner(),
                t.leaseUntil(),
                now));
    return true;
  }

  @Override
  public synchronized boolean renew(
      String connection,
      String owner,
      Sealed access,
      Instant accessExpiresAt,
      @Nullable Sealed refresh,
      Instant now) {
    if (!holdsLease(connection, owner)) {
      return owner.equals(renewedBy.get(connection));
    }
    renewedBy.put(connection, owner);
    changeTokens(
        connection,
        t ->
            new TokenState(
                t.grant(),
                t.version() + 1,
                access,
                accessExpiresAt,
                refresh == null ? t.refresh() : refresh,
                null,
                null,
                now));
    return true;
  }

  @Override
  public synchronized void release(String connection, String owner) {
    if (holdsLease(connection, owner)) {
      changeTokens(connection, t -> leased(t, null, null));
    }
  }

  @Override
  public synchronized List<String> idle(Instant now, int limit) {
    return connections.values().stream()
        .filter(c -> c.tokens().grant() == Grant.REFRESH_TOKEN)
        .filter(c -> c.tokens().renewedAt().plus(KEEP_ALIVE_AFTER).isBefore(now))
        .sorted(Comparator.comparing(c -> c.tokens().renewedAt()))
        .limit(limit)
        .map(Connection::id)
        .toList();
  }

  @Override
  public synchronized List<String> due(Instant now, int limit) {
    return lookDueAt.keySet().stream()
        .filter(id -> isDue(id, now))
        .sorted(Comparator.comparing(id -> Objects.requireNonNull(lookDueAt.get(id))))
        .limit(limit)
        .toList();
  }

  private boolean isDue(String id, Instant now) {
    return connections.containsKey(id) && Objects.requireNonNull(lookDueAt.get(id)).isBefore(now);
  }

  @Override
  public synchronized boolean claim(String connection, Instant now, Instant until) {
    boolean due = isDue(connection, now);
    if (due) {
      lookDueAt.put(connection, until);
    }
    return due;
  }

  @Override
  public synchronized void next(String connection, Instant at) {
    lookDueAt.replace(connection, at);
  }

  /** All that is stored, as text: to look for what mustn't be in it. */
  public synchronized String dump() {
    return connections.toString();
  }

  private boolean belongsTo(String id, String tenant) {
    return find(id).filter(connection -> connection.tenant().equals(tenant)).isPresent();
  }

  private boolean holdsLease(String id, String owner) {
    return find(id).filter(c -> owner.equals(c.tokens().leaseOwner())).isPresent();
  }

  private void changeTokens(String id, UnaryOperator<TokenState> change) {
    change(
        id,
        c ->
            with(
                c,
                c.consent(),
                c.consentDetail(),
                c.accountKeyHashes(),
                Objects.requireNonNull(change.apply(c.tokens()))));
  }

  private void change(String id, UnaryOperator<Connection> change) {
    connections.computeIfPresent(id, (_, connection) -> change.apply(connection));
  }

  private static TokenState leased(TokenState t, @Nullable String owner, @Nullable Instant until) {
    return new TokenState(
        t.grant(),
        t.version(),
        t.access(),
        t.accessExpiresAt(),
        t.refresh(),
        owner,
        until,
        t.renewedAt());
  }

  private static Connection with(
      Connection c,
      Consent consent,
      @Nullable ConsentDetail detail,
      List<String> keys,
      TokenState tokens) {
    return new Connection(
        c.id(),
        c.tenant(),
        c.companyId(),
        c.companyName(),
        c.organisationNumber(),
        c.clientId(),
        c.secretName(),
        c.scopes(),
        consent,
        detail,
        keys,
        c.connectedAt(),
        tokens);
  }
}
