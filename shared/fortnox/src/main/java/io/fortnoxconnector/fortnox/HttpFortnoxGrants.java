package io.fortnoxconnector.fortnox;

import io.fortnoxconnector.fortnox.HttpOutcome.Answer;
import io.fortnoxconnector.fortnox.HttpOutcome.NoAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@link FortnoxGrants} over HTTP, as fortnox.se/developer/authorization describes them: forms in,
 * HTTP Basic for the integration, JSON out whatever the content type says.
 */
public final class HttpFortnoxGrants implements FortnoxGrants {

  private final String base;
  private final HttpSender http;
  private final Duration refreshTimeout;
  private final Duration timeout;

  /**
   * A client with 30 s for using up a refresh token and 10 s for everything else.
   *
   * @param base {@code https://apps.fortnox.se/oauth-v1}, or a sandbox's
   */
  public HttpFortnoxGrants(URI base) {
    // A refresh that Fortnox did and nobody heard of breaks the connection, so it gets its time.
    this(base, Duration.ofSeconds(30), Duration.ofSeconds(10));
  }

  /**
   * A client with limits of its own.
   *
   * @param refreshTimeout for using up a refresh token
   * @param timeout for everything else
   */
  public HttpFortnoxGrants(URI base, Duration refreshTimeout, Duration timeout) {
    this.base = base.toString().replaceAll("/+$", "");
    this.http = new HttpSender();
    this.refreshTimeout = refreshTimeout;
    this.timeout = timeout;
  }

  @Override
  public URI authorizeUrl(
      String clientId, URI redirectUri, Set<String> scopes, String state, AccountType accountType) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", clientId);
    parameters.put("response_type", "code");
    parameters.put("redirect_uri", redirectUri.toString());
    parameters.put("scope", String.join(" ", new TreeSet<>(scopes)));
    parameters.put("state", state);
    parameters.put("access_type", "offline");
    if (accountType == AccountType.SERVICE) {
      parameters.put("account_type", "service");
    }
    return URI.create(base + "/auth?" + UrlEncoding.parameters(parameters));
  }

  @Override
  public GrantReply exchangeCode(AppCredentials app, Secret code, URI redirectUri) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code.reveal());
    form.put("redirect_uri", redirectUri.toString());
    return token(app, form, Map.of(), timeout);
  }

  @Override
  public GrantReply refresh(AppCredentials app, Secret refreshToken) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken.reveal());
    return token(app, form, Map.of(), refreshTimeout);
  }

  @Override
  public GrantReply clientCredentials(AppCredentials app, String companyId) {
    return token(
        app, Map.of("grant_type", "client_credentials"), Map.of("TenantId", companyId), timeout);
  }

  @Override
  public boolean revoke(AppCredentials app, Secret refreshToken) {
    var form = new LinkedHashMap<String, String>();
    form.put("token_type_hint", "refresh_token");
    form.put("token", refreshToken.reveal());
    return http.send(request("/revoke", app, form, Map.of()), timeout) instanceof Answer answer
        && answer.isSuccess()
        && Json.parse(answer.body()).filter(it -> it.path("revoked").asBoolean()).isPresent();
  }

  private GrantReply token(
      AppCredentials app, Map<String, String> form, Map<String, String> more, Duration limit) {
    return switch (http.send(request("/token", app, form, more), limit)) {
      case Answer answer -> GrantReplies.of(answer);
      case NoAnswer(var mayHaveArrived, var reason) ->
          new GrantReply.NoReply(mayHaveArrived, reason);
    };
  }

  private HttpRequest request(
      String path, AppCredentials app, Map<String, String> form, Map<String, String> more) {
    var pair = app.clientId() + ":" + app.clientSecret().reveal();
    var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    var headers = new LinkedHashMap<>(more);
    headers.put("Authorization", "Basic " + basic);
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "fortnox-connector");
    return new HttpRequest(
        "POST", URI.create(base + path), Map.copyOf(headers), UrlEncoding.parameters(form));
  }
}
