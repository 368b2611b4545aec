package io.fortnoxconnector.sandbox.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Consents, codes and tokens. Keeps fingerprints only, so that nothing in here could leak a token.
 */
public final class Grants {

  static final Duration CODE_LIFE = Duration.ofMinutes(10);
  static final Duration ACCESS_LIFE = Duration.ofHours(1);
  static final Duration REFRESH_LIFE = Duration.ofDays(45);

  private static final int MANY = 10_000;

  private record ConsentKey(String clientId, String company, boolean service) {
    static ConsentKey of(Grant grant) {
      return new ConsentKey(grant.clientId(), grant.company(), grant.service());
    }
  }

  private record Code(Grant grant, @Nullable URI redirectUri, boolean offline, Instant expires) {}

  /** What came of a refresh token's first use; fingerprints, as everywhere in here. */
  private record FirstUse(Instant at, String nextAccess, String nextRefresh) {}

  private record RefreshToken(Grant grant, Instant expires, @Nullable FirstUse used) {}

  private final Clock clock;
  private final Duration sameInstant;
  private final Secrets secrets = new Secrets();
  private final Map<ConsentKey, Grant> consents = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, AccessToken> accessTokens = new HashMap<>();
  private final Map<String, RefreshToken> refreshTokens = new HashMap<>();

  /**
   * @param sameInstant how long after its first use a refresh token still answers; then only the
   *     pair issued last is valid. Zero: never.
   */
  public Grants(Clock clock, Duration sameInstant) {
    this.clock = clock;
    this.sameInstant = sameInstant;
  }

  public synchronized void consent(Grant grant) {
    consents.put(ConsentKey.of(grant), grant);
  }

  public synchronized Optional<Grant> consent(String clientId, String company, boolean service) {
    return Optional.ofNullable(consents.get(new ConsentKey(clientId, company, service)));
  }

  synchronized String code(Grant grant, @Nullable URI redirectUri, boolean offline) {
    var code = secrets.opaque();
    codes.put(
        Fingerprint.of(code),
        new Code(grant, redirectUri, offline, clock.instant().plus(CODE_LIFE)));
    return code;
  }

  /** Empty if the code is unknown, used, too old, somebody else's, or came for another address. */
  synchronized Optional<Tokens> redeem(String clientId, String code, @Nullable String redirectUri) {
    var known = codes.remove(Fingerprint.of(code));
    if (known == null
        || !known.grant.clientId().equals(clientId)
        || !clock.instant().isBefore(known.expires)
        || (known.redirectUri != null && !known.redirectUri.toString().equals(redirectUri))) {
      return Optional.empty();
    }
    return Optional.of(issue(known.grant, known.offline));
  }

  synchronized Optional<Tokens> refresh(String clientId, String refreshToken) {
    var known = refreshTokens.get(Fingerprint.of(refreshToken));
    var now = clock.instant();
    if (known == null || !belongs(known, clientId) || !now.isBefore(known.expires)) {
      return Optional.empty();
    }
    var used = known.used;
    if (used != null) {
      if (Duration.between(used.at, now).compareTo(sameInstant) >= 0) {
        return Optional.empty();
      }
      accessTokens.remove(used.nextAccess);
      refreshTokens.remove(used.nextRefresh);
    }
    var refresh = newRefreshToken(known.grant);
    var access = newAccessToken(known.grant);
    var use =
        new FirstUse(used == null ? now : used.at, Fingerprint.of(access), Fingerprint.of(refresh));
    refreshTokens.put(
        Fingerprint.of(refreshToken), new RefreshToken(known.grant, known.expires, use));
    return Optional.of(new Tokens(access, refresh, known.grant.scopes()));
  }

  /** Whose refresh token this is or was. */
  public synchronized Optional<Grant> grantOf(String refreshToken) {
    return Optional.ofNullable(refreshTokens.get(Fingerprint.of(refreshToken)))
        .map(RefreshToken::grant);
  }

  /** Withdraws the consent behind a refresh token. False if it isn't one of this client's. */
  synchronized boolean revoke(String clientId, String refreshToken) {
    var known = refreshTokens.get(Fingerprint.of(refreshToken));
    if (known == null || !belongs(known, clientId)) {
      return false;
    }
    withdraw(known.grant);
    return true;
  }

  /**
   * As if the user had removed the integration in Fortnox. Access tokens live on: they can't be
   * revoked.
   */
  public synchronized void withdraw(String clientId, String company) {
    withdraw(new Grant(clientId, company, Set.of(), true));
    withdraw(new Grant(clientId, company, Set.of(), false));
  }

  private void withdraw(Grant grant) {
    var gone = ConsentKey.of(grant);
    consents.remove(gone);
    refreshTokens.values().removeIf(token -> ConsentKey.of(token.grant).equals(gone));
    codes.values().removeIf(code -> ConsentKey.of(code.grant).equals(gone));
  }

  public synchronized Tokens issue(Grant grant, boolean offline) {
    return new Tokens(
        newAccessToken(grant), offline ? newRefreshToken(grant) : null, grant.scopes());
  }

  private String newAccessToken(Grant grant) {
    var now = clock.instant();
    var expires = now.plus(ACCESS_LIFE);
    var token = secrets.accessToken(grant, now, expires);
    if (accessTokens.size() > MANY) {
      accessTokens.values().removeIf(old -> !now.isBefore(old.expires()));
    }
    accessTokens.put(Fingerprint.of(token), new AccessToken(grant, expires));
    return token;
  }

  private String newRefreshToken(Grant grant) {
    var token = secrets.opaque();
    refreshTokens.put(
        Fingerprint.of(token), new RefreshToken(grant, clock.instant().plus(REFRESH_LIFE), null));
    return token;
  }

  /** The token behind an {@code Authorization: Bearer} header, expired or not. */
  public synchronized Optional<AccessToken> bearer(String authorization) {
    return authorization.startsWith("Bearer ")
        ? Optional.ofNullable(accessTokens.get(Fingerprint.of(authorization.substring(7).trim())))
        : Optional.empty();
  }

  /** Every access token of the company issued so far is expired from now on. */
  public synchronized void expireAccessTokens(String company) {
    var now = clock.instant();
    accessTokens.replaceAll(
        (fingerprint, token) ->
            token.grant().company().equals(company) && token.expires().isAfter(now)
                ? new AccessToken(token.grant(), now)
                : token);
  }

  public synchronized void clear() {
    consents.clear();
    codes.clear();
    accessTokens.clear();
    refreshTokens.clear();
  }

  private static boolean belongs(RefreshToken token, String clientId) {
    return token.grant.clientId().equals(clientId);
  }
}
