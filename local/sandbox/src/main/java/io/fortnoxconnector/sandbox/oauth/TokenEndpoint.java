package io.fortnoxconnector.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /oauth-v1/token} and {@code /oauth-v1/revoke}. */
public final class TokenEndpoint {

  private final Apps apps;
  private final Accounts accounts;
  private final Grants grants;

  public TokenEndpoint(Apps apps, Accounts accounts, Grants grants) {
    this.apps = apps;
    this.accounts = accounts;
    this.grants = grants;
  }

  /** Who an {@code Authorization: Basic} header says is asking; the secret stays unchecked. */
  public static Optional<String> clientId(String authorization) {
    return BasicCredentials.of(authorization).map(BasicCredentials::user);
  }

  public Answer token(Call call) {
    return authenticated(
        call,
        (app, form) ->
            switch (form.getOrDefault("grant_type", "")) {
              case "authorization_code" -> code(app, form);
              case "refresh_token" -> refresh(app, form);
              case "client_credentials" ->
                  clientCredentials(app, call.header("TenantId").orElse(""), form);
              default -> refused("unsupported_grant_type", "The grant type is not supported");
            });
  }

  public Answer revoke(Call call) {
    return authenticated(
        call,
        (app, form) ->
            Answer.json(
                200,
                FortnoxJson.object()
                    .put(
                        "revoked", grants.revoke(app.clientId(), form.getOrDefault("token", "")))));
  }

  private interface Step {
    Answer answer(App app, Map<String, String> form);
  }

  private Answer authenticated(Call call, Step step) {
    if (!call.method().equals("POST")) {
      return Answer.empty(405);
    }
    var app =
        call.header("Authorization").flatMap(BasicCredentials::of).flatMap(apps::authenticate);
    if (app.isEmpty()) {
      return Answer.of(
          401,
          "text/plain;charset=UTF-8",
          error("invalid_client", "The client credentials are invalid"));
    }
    if (!call.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
      return refused("invalid_request", "The request must be form-encoded");
    }
    return step.answer(app.get(), call.form());
  }

  private Answer code(App app, Map<String, String> form) {
    return grants
        .redeem(app.clientId(), form.getOrDefault("code", ""), form.get("redirect_uri"))
        .map(TokenEndpoint::issued)
        .orElseGet(() -> refused("invalid_grant", "Invalid authorization code"));
  }

  private Answer refresh(App app, Map<String, String> form) {
    var token = form.getOrDefault("refresh_token", "");
    var refusal =
        grants.grantOf(token).flatMap(grant -> blocked(grant.company(), "Invalid refresh token"));
    return refusal.orElseGet(
        () ->
            grants
                .refresh(app.clientId(), token)
                .map(TokenEndpoint::issued)
                .orElseGet(() -> refused("invalid_grant", "Invalid refresh token")));
  }

  private Answer clientCredentials(App app, String company, Map<String, String> form) {
    if (company.isEmpty()) {
      return refused("invalid_request", "The header TenantId is missing");
    }
    var consent = grants.consent(app.clientId(), company, true);
    if (consent.isEmpty()) {
      return refused("invalid_grant", "The tenant has not consented");
    }
    var blocked = blocked(company, "The tenant has not consented");
    if (blocked.isPresent()) {
      return blocked.get();
    }
    var scopes = AuthorizeEndpoint.scopes(form.getOrDefault("scope", ""));
    if (!consent.get().scopes().containsAll(scopes)) {
      return refused("invalid_scope", "A requested scope was not consented to");
    }
    return issued(grants.issue(narrowed(consent.get(), scopes), false));
  }

  private static Grant narrowed(Grant consent, Set<String> scopes) {
    return scopes.isEmpty()
        ? consent
        : new Grant(consent.clientId(), consent.company(), scopes, consent.service());
  }

  private Optional<Answer> blocked(String company, String description) {
    return accounts
        .find(company)
        .flatMap(
            account -> {
              if (account.missingAppLicence()) {
                return Optional.of(
                    refused("error_missing_app_license", "The app's licence is missing"));
              }
              return account.locked()
                  ? Optional.of(refused("invalid_grant", description))
                  : Optional.empty();
            });
  }

  private static Answer issued(Tokens tokens) {
    var body =
        FortnoxJson.object()
            .put("access_token", tokens.accessToken())
            .put("expires_in", Grants.ACCESS_LIFE.toSeconds())
            .put("token_type", "bearer")
            .put("scope", String.join(" ", tokens.scopes()));
    if (tokens.refreshToken() != null) {
      body.put("refresh_token", tokens.refreshToken());
    }
    return Answer.json(200, body).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private static Answer refused(String error, String description) {
    // JSON under a text/html label is what was recorded.
    return Answer.of(400, "text/html; charset=UTF-8", error(error, description))
        .with("Cache-Control", "no-store");
  }

  private static String error(String error, String description) {
    ObjectNode body =
        FortnoxJson.object().put("error", error).put("error_description", description);
    return FortnoxJson.write(body);
  }
}
