package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.GrantReply.Granted;
import io.fortnoxconnector.fortnox.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fortnox's token endpoint with its rules: codes and refresh tokens work once, the client secret
 * must be right, access tokens name the company. Answers can be lost on their way.
 */
public final class FakeGrants implements FortnoxGrants {

  /** What the endpoint takes for the client secret. */
  public static final Secret CLIENT_SECRET = new Secret("client-secret-in-clear");

  private final Map<String, String> companyOfCode = new HashMap<>();
  private final Map<String, String> companyOfRefresh = new HashMap<>();
  private final Deque<GrantReply> instead = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();
  private final Set<String> scopes = new TreeSet<>(Set.of("customer", "supplier"));
  private Secret clientSecret = CLIENT_SECRET;
  private @Nullable Runnable whileAsked;
  private boolean losesNext;
  private boolean revokes = true;
  private int issued;

  /** The company's user consented: this code can be exchanged once. */
  public synchronized Secret consent(String companyId) {
    String code = "code-" + ++issued;
    companyOfCode.put(code, companyId);
    return new Secret(code);
  }

  /** A refresh token that can be used once. */
  public synchronized Secret refreshToken(String companyId) {
    String token = "refresh-token-" + ++issued;
    companyOfRefresh.put(token, companyId);
    return new Secret(token);
  }

  /** An access token as Fortnox makes them: a JWT whose claims name the company. */
  public synchronized Secret accessToken(String companyId) {
    String claims = "{\"tenantId\":" + companyId + ",\"jti\":\"" + ++issued + "\"}";
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return new Secret("access-token." + encoded + ".signature");
  }

  /** What is granted from now on. */
  public synchronized void grantsOnly(String... granted) {
    scopes.clear();
    scopes.addAll(Set.of(granted));
  }

  public synchronized void rotateClientSecret(Secret newer) {
    clientSecret = newer;
  }

  /** Everything is done as ever, but the next answer gets lost. */
  public synchronized void losesNextReply() {
    losesNext = true;
  }

  /** The next request does nothing, and this is its answer. */
  public synchronized void answersNext(GrantReply reply) {
    instead.add(reply);
  }

  /** Nothing is revoked from now on. */
  public synchronized void revokesNothing() {
    revokes = false;
  }

  /** Runs at each request before it's answered. */
  public synchronized void whileAsked(Runnable doing) {
    whileAsked = doing;
  }

  /** What was asked, as {@code refresh} or {@code clientCredentials}, in order. */
  public synchronized List<String> log() {
    return List.copyOf(log);
  }

  @Override
  public URI authorizeUrl(
      String clientId, URI redirectUri, Set<String> asked, String state, AccountType accountType) {
    return URI.create(
        "https://fortnox.invalid/auth?client_id=%s&redirect_uri=%s&scope=%s&state=%s&account_type=%s"
            .formatted(clientId, redirectUri, String.join("+", asked), state, accountType.name()));
  }

  @Override
  public GrantReply exchangeCode(AppCredentials app, Secret code, URI redirectUri) {
    return answer("exchangeCode", app, companyOfCode, code);
  }

  @Override
  public GrantReply refresh(AppCredentials app, Secret refreshToken) {
    return answer("refresh", app, companyOfRefresh, refreshToken);
  }

  @Override
  public GrantReply clientCredentials(AppCredentials app, String companyId) {
    arrive("clientCredentials");
    return leave(app, () -> granted(companyId, null));
  }

  @Override
  public boolean revoke(AppCredentials app, Secret refreshToken) {
    arrive("revoke");
    synchronized (this) {
      return revokes && isKnown(app) && companyOfRefresh.remove(refreshToken.reveal()) != null;
    }
  }

  private GrantReply answer(
      String kind, AppCredentials app, Map<String, String> companies, Secret singleUse) {
    arrive(kind);
    return leave(
        app,
        () -> {
          String company = companies.remove(singleUse.reveal());
          return company == null
              ? new GrantReply.InvalidGrant("used or unknown")
              : granted(company, refreshToken(company));
        });
  }

  private void arrive(String kind) {
    Runnable doing;
    synchronized (this) {
      log.add(kind);
      doing = whileAsked;
    }
    if (doing != null) {
      doing.run();
    }
  }

  private synchronized GrantReply leave(AppCredentials app, Supplier<GrantReply> doing) {
    GrantReply told = instead.poll();
    if (told != null) {
      return told;
    }
    GrantReply reply =
        isKnown(app) ? doing.get() : new GrantReply.InvalidClient("Invalid client secret");
    if (losesNext) {
      losesNext = false;
      return new GrantReply.NoReply(true, "read timed out");
    }
    return reply;
  }

  private synchronized boolean isKnown(AppCredentials app) {
    return app.clientSecret().equals(clientSecret);
  }

  private Granted granted(String companyId, @Nullable Secret refresh) {
    return new Granted(accessToken(companyId), refresh, new HashSet<>(scopes), Duration.ofHours(1));
  }
}
