package io.fortnoxconnector.sandbox.oauth;

import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.oauth.Accounts.Account;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /oauth-v1/auth}: checks what a client asks for, shows the consent page and sends the user
 * back. What is wrong with the client itself is told to the user; all else goes back to the client.
 */
public final class AuthorizeEndpoint {

  private final Apps apps;
  private final Accounts accounts;
  private final Grants grants;
  private final Clock clock;
  private final Map<String, Authorization> open = new ConcurrentHashMap<>();

  public AuthorizeEndpoint(Apps apps, Accounts accounts, Grants grants, Clock clock) {
    this.apps = apps;
    this.accounts = accounts;
    this.grants = grants;
    this.clock = clock;
  }

  public Answer answer(Call call) {
    return switch (call.method()) {
      case "GET" -> begin(call);
      case "POST" -> decide(call);
      default -> Answer.empty(405);
    };
  }

  private Answer begin(Call call) {
    var asked = call.parameters();
    var app = apps.find(asked.getOrDefault("client_id", ""));
    var sent = asked.get("redirect_uri");
    if (app.isEmpty() || (sent != null && !isRegistered(app.get(), sent))) {
      return ConsentPage.trouble("Auth code or ClientID supplied is invalid");
    }
    var authorization =
        new Authorization(
            app.get(),
            scopes(asked.getOrDefault("scope", "")),
            asked.getOrDefault("state", ""),
            sent == null ? app.get().redirectUris().getFirst() : URI.create(sent),
            sent == null ? null : URI.create(sent),
            asked.getOrDefault("access_type", "").equals("offline"),
            asked.getOrDefault("account_type", "").equals("service"),
            clock.instant().plus(Grants.CODE_LIFE));
    if (authorization.service() && !app.get().allowsServiceAccount()) {
      return ConsentPage.trouble("Client does not allow service account");
    }
    if (!asked.getOrDefault("response_type", "").equals("code")) {
      return back(authorization, "unsupported_response_type", "The response type must be code.");
    }
    if (authorization.state().isEmpty() || authorization.scopes().isEmpty()) {
      return back(authorization, "invalid_request", "The parameters scope and state are required.");
    }
    if (!app.get().scopes().containsAll(authorization.scopes())) {
      return back(
          authorization, "invalid_scope", "A requested scope is not enabled for the client.");
    }
    var session = UUID.randomUUID().toString();
    open.put(session, authorization);
    return page(call, session, authorization, 200);
  }

  private Answer decide(Call call) {
    var form = call.form();
    var session = form.getOrDefault("session", "");
    var authorization = open.get(session);
    if (authorization == null || !clock.instant().isBefore(authorization.expires())) {
      // Fortnox answers 403 to a token request that was posted to /auth by mistake.
      return Answer.of(403, "text/plain;charset=UTF-8", "Forbidden");
    }
    if (form.getOrDefault("decision", "").equals("deny")) {
      open.remove(session);
      return back(authorization, "access_denied", "The user denied the request.");
    }
    var account = accounts.find(form.getOrDefault("company", ""));
    if (account.isEmpty() || !form.getOrDefault("decision", "").equals("approve")) {
      return page(call, session, authorization, 400);
    }
    return open.remove(session, authorization)
        ? approved(authorization, account.get())
        : Answer.of(403, "text/plain;charset=UTF-8", "Forbidden");
  }

  private Answer approved(Authorization authorization, Account account) {
    if (account.locked()) {
      return Answer.redirect(authorization.redirectUri().toString());
    }
    if (authorization.service() && !account.administrator()) {
      return back(authorization, "access_denied", "The user is not a system administrator.");
    }
    if (account.missingAppLicence()) {
      return back(authorization, "error_missing_app_license", "The app's licence is missing.");
    }
    if (authorization.scopes().stream().anyMatch(account.missingLicences()::contains)) {
      return back(
          authorization, "error_missing_license", "A licence for a requested scope is missing.");
    }
    var grant =
        new Grant(
            authorization.app().clientId(),
            account.number(),
            authorization.scopes(),
            authorization.service());
    grants.consent(grant);
    return Answer.redirect(
        authorization.succeeded(
            grants.code(grant, authorization.sentRedirectUri(), authorization.offline())));
  }

  public void clear() {
    open.clear();
  }

  private Answer page(Call call, String session, Authorization authorization, int status) {
    return ConsentPage.page(
        call.header("Accept-Language").orElse(""), session, authorization, accounts.all(), status);
  }

  private static boolean isRegistered(App app, String redirectUri) {
    return app.redirectUris().stream().anyMatch(known -> known.toString().equals(redirectUri));
  }

  private static Answer back(Authorization authorization, String error, String description) {
    return Answer.redirect(authorization.failed(error, description));
  }

  static Set<String> scopes(String asked) {
    var scopes = new LinkedHashSet<>(Arrays.asList(asked.trim().split("\\s+")));
    scopes.remove("");
    return scopes;
  }
}
