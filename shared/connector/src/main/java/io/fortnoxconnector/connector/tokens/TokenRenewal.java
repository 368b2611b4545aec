package io.fortnoxconnector.connector.tokens;

import static io.fortnoxconnector.connector.problems.ProblemType.FORTNOX_UNAVAILABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.INTEGRATION_REFUSED;
import static io.fortnoxconnector.connector.problems.ProblemType.LICENCE_MISSING;
import static io.fortnoxconnector.connector.problems.ProblemType.RECONNECT_REQUIRED;
import static io.fortnoxconnector.connector.problems.ProblemType.TOKEN_BUSY;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenReply.Later;
import io.fortnoxconnector.connector.tokens.TokenReply.Lost;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import io.fortnoxconnector.connector.tokens.TokenStore.Lease;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Renews a connection's tokens: one process at a time, each single-use refresh token sent once, its
 * successor stored before use.
 *
 * <p>What can't be closed from this side: a process that dies after Fortnox rotated the token and
 * before the new one is stored, which is one local encryption and one write later. The next one
 * tries the old token once; if Fortnox refuses it, the connection is RECONNECT_REQUIRED, and says
 * so. docs/adr/0002-grants-and-tokens.md.
 */
public final class TokenRenewal {

  /**
   * Longer than any call to the token endpoint may take, so that two processes never hold one
   * refresh token.
   */
  static final Duration LEASE = Duration.ofSeconds(45);

  /**
   * With less time left, a process would risk being ended between Fortnox's answer and the store.
   */
  static final Duration TIME_NEEDED = Duration.ofSeconds(15);

  private static final Duration POLL = Duration.ofMillis(150);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ConnectionStore connections;
  private final TokenStore tokens;
  private final TokenCipher cipher;
  private final SecretStore secrets;
  private final FortnoxGrants grants;
  private final TokenKeeper keeper;
  private final Randomness randomness;
  private final Meter meter;
  private final Timing timing;

  public TokenRenewal(
      ConnectionStore connections,
      TokenStore tokens,
      TokenCipher cipher,
      SecretStore secrets,
      TokenEscrow escrow,
      FortnoxGrants grants,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.connections = connections;
    this.tokens = tokens;
    this.cipher = cipher;
    this.secrets = secrets;
    this.grants = grants;
    this.keeper = new TokenKeeper(tokens, cipher, escrow, timing);
    this.randomness = randomness;
    this.meter = meter;
    this.timing = timing;
  }

  /** Renews tokens that are about to expire, or waits for whoever is doing so. */
  public TokenReply renew(Connection connection, Deadline deadline) {
    return renewRefused(connection, connection.tokens().version(), deadline);
  }

  /** Renews unless somebody did so since {@code version}: then those tokens are the answer. */
  TokenReply renewRefused(Connection connection, long version, Deadline deadline) {
    Deadline patience = Deadline.in(LONGEST_WAIT, timing).orEarlier(deadline);
    Connection current = connection;
    while (true) {
      if (!current.consent().isUsable()) {
        return lost(current);
      }
      // Not merely another one: a long request has its connection as it was before its own
      // renewals.
      if (current.tokens().version() > version && isUsable(current)) {
        return opened(current);
      }
      if (!deadline.allows(TIME_NEEDED, timing)) {
        return busy();
      }
      String owner = randomness.id();
      // Once the lease is over, somebody else may try the old token: by then its successor must be
      // where it's looked for.
      Deadline held = Deadline.in(LEASE, timing).orEarlier(deadline);
      Lease lease =
          tokens.lease(
              current.id(),
              current.tokens().version(),
              owner,
              timing.now(),
              timing.now().plus(LEASE));
      if (lease != Lease.REFUSED) {
        return ask(lease == Lease.ABANDONED ? adopted(current, owner) : current, owner, held);
      }
      if (!patience.allows(POLL, timing)) {
        return busy();
      }
      timing.pause(POLL);
      Optional<Connection> again = connections.find(connection.id());
      if (again.isEmpty()) {
        return lost(connection);
      }
      current = again.get();
    }
  }

  private Connection adopted(Connection connection, String owner) {
    return keeper.adopt(connection, owner)
        ? connections.find(connection.id()).orElse(connection)
        : connection;
  }

  private TokenReply ask(Connection connection, String owner, Deadline deadline) {
    Optional<Secret> secret = secrets.read(connection.secretName());
    if (secret.isEmpty()) {
      tokens.release(connection.id(), owner);
      return new Lost(
          INTEGRATION_REFUSED.about(
              "The vendor's Fortnox integration is not registered any more."));
    }
    TokenRequest request = prepared(connection, owner);
    GrantReply reply = request.send(grants, secret.get());
    if (reply instanceof GrantReply.InvalidClient) {
      // The secret may have been rotated since it was cached. Fortnox refused the client before it
      // looked at the token.
      Optional<Secret> newer = secrets.readAnew(connection.secretName());
      if (newer.isPresent() && !newer.equals(secret)) {
        reply = request.send(grants, newer.get());
      }
    }
    if (!(reply instanceof GrantReply.Granted granted)) {
      return refused(connection, owner, reply);
    }
    meter.count(Metric.TOKENS_RENEWED);
    return keeper
        .keep(request, owner, granted, deadline)
        .<TokenReply>map(ready -> ready)
        .orElseGet(TokenRenewal::busy);
  }

  /** What fails before Fortnox is asked has changed nothing: nobody need wait for the lease. */
  private TokenRequest prepared(Connection connection, String owner) {
    try {
      return TokenRequest.prepare(connection, cipher);
    } catch (RuntimeException trouble) {
      tokens.release(connection.id(), owner);
      throw trouble;
    }
  }

  private TokenReply refused(Connection connection, String owner, GrantReply reply) {
    meter.count(Metric.TOKEN_RENEWALS_FAILED);
    tokens.release(connection.id(), owner);
    return switch (reply) {
      case GrantReply.Granted _ -> throw new IllegalArgumentException("that is no refusal");
      case GrantReply.InvalidGrant(var description) ->
          end(connection, Consent.RECONNECT_REQUIRED, description);
      case GrantReply.LicenceMissing(var description) -> {
        connections.setConsent(
            connection.id(), Consent.LICENCE_MISSING, new ConsentDetail("", description));
        yield new Lost(
            LICENCE_MISSING.about("The company lacks a licence at Fortnox: " + description));
      }
      case GrantReply.InvalidClient(var description) ->
          new Lost(
              INTEGRATION_REFUSED.about(
                  "Fortnox doesn't take the integration's client id and secret: " + description));
      case GrantReply.Refused(_, var error, var description) ->
          new Lost(
              INTEGRATION_REFUSED.about("Fortnox gives no token: " + error + ", " + description));
      case GrantReply.Unavailable(var status) ->
          new Later(
              FORTNOX_UNAVAILABLE
                  .about("Fortnox's token endpoint answers " + status + ".")
                  .after(Duration.ofSeconds(5)));
      case GrantReply.NoReply(_, var reason) ->
          new Later(
              FORTNOX_UNAVAILABLE
                  .about("Fortnox's token endpoint doesn't answer: " + reason)
                  .after(Duration.ofSeconds(5)));
    };
  }

  /**
   * Another process may have renewed the tokens while Fortnox refused ours: look once before
   * believing that they are dead.
   */
  private TokenReply end(Connection connection, Consent consent, String description) {
    Optional<Connection> now = connections.find(connection.id());
    if (now.isPresent() && now.get().tokens().version() > connection.tokens().version()) {
      return isUsable(now.get()) ? opened(now.get()) : busy();
    }
    connections.setConsent(connection.id(), consent, new ConsentDetail("", description));
    meter.count(Metric.RECONNECT_REQUIRED);
    return lost(connection);
  }

  private boolean isUsable(Connection connection) {
    return timing.now().isBefore(connection.tokens().accessExpiresAt());
  }

  private Ready opened(Connection connection) {
    return new Ready(
        cipher.open(connection.tokens().access(), connection.id(), Purpose.ACCESS_TOKEN),
        connection.tokens().version());
  }

  private static Lost lost(Connection connection) {
    return new Lost(
        RECONNECT_REQUIRED.about(
            "Fortnox doesn't take company "
                + connection.companyId()
                + "'s consent any more. Send a user of it through the connect flow again."));
  }

  private static Later busy() {
    return new Later(
        TOKEN_BUSY
            .about("Another request is renewing the company's access token.")
            .after(Duration.ofSeconds(2)));
  }
}
