package io.fortnoxconnector.connector.connections;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.connections.Arrival.Page;
import io.fortnoxconnector.connector.connections.Arrival.Reason;
import io.fortnoxconnector.connector.connections.Arrival.Redirect;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.Flow.AtFortnox;
import io.fortnoxconnector.connector.connections.Flow.Connected;
import io.fortnoxconnector.connector.connections.Flow.Request;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.fortnox.AccessTokens;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.GrantReply.Granted;
import io.fortnoxconnector.fortnox.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Receives browsers that come back from Fortnox and makes the connection. */
public final class Reception {

  private static final String COMPANY_INFORMATION = "companyinformation";
  private static final Duration NAME_PATIENCE = Duration.ofSeconds(8);

  private final TenantStore tenants;
  private final FlowStore flows;
  private final ConnectionStore connections;
  private final SecretStore secrets;
  private final FortnoxGrants grants;
  private final TokenCipher cipher;
  private final FortnoxGateway gateway;
  private final Randomness randomness;
  private final Timing timing;

  public Reception(
      TenantStore tenants,
      FlowStore flows,
      ConnectionStore connections,
      SecretStore secrets,
      FortnoxGrants grants,
      TokenCipher cipher,
      FortnoxGateway gateway,
      Randomness randomness,
      Timing timing) {
    this.tenants = tenants;
    this.flows = flows;
    this.connections = connections;
    this.secrets = secrets;
    this.grants = grants;
    this.cipher = cipher;
    this.gateway = gateway;
    this.randomness = randomness;
    this.timing = timing;
  }

  /** What the browser brought along. Every part may be missing or forged. */
  public record Visit(
      @Nullable Secret code,
      @Nullable Secret state,
      @Nullable String error,
      @Nullable Secret browser) {}

  public Arrival receive(Visit visit) {
    Secret state = visit.state();
    if (state == null) {
      return new Page(
          visit.code() == null && visit.error() == null
              ? Reason.ACCOUNT_UNAVAILABLE
              : Reason.STATE_INVALID);
    }
    String hash = Key.hash(state);
    if (!(flows.peek(hash, timing.now()).orElse(null) instanceof AtFortnox seen)) {
      return new Page(Reason.STATE_INVALID);
    }
    Secret browser = visit.browser();
    if (browser == null || !new Secret(Key.hash(browser)).equals(new Secret(seen.browserHash()))) {
      // Not taken: the browser that set out may still arrive.
      return new Page(Reason.STATE_INVALID);
    }
    if (!(flows.take(hash, timing.now()).orElse(null) instanceof AtFortnox flow)) {
      return new Page(Reason.STATE_INVALID);
    }
    if (visit.error() != null) {
      return back(flow.request(), fixedCode(visit.error()));
    }
    return visit.code() == null
        ? back(flow.request(), "fortnox_account_unavailable")
        : exchange(flow, visit.code());
  }

  private Arrival exchange(AtFortnox flow, Secret code) {
    Request request = flow.request();
    FortnoxApp app = tenants.find(request.tenant()).map(Tenant::app).orElse(null);
    if (app == null || !app.clientId().equals(flow.clientId())) {
      return back(request, "integration_changed");
    }
    Optional<Secret> clientSecret = secrets.read(app.secretName());
    if (clientSecret.isEmpty()) {
      return back(request, "integration_changed");
    }
    var credentials = new AppCredentials(app.clientId(), clientSecret.get());
    GrantReply reply = grants.exchangeCode(credentials, code, flow.redirectUri());
    if (reply instanceof GrantReply.InvalidClient) {
      // The vendor may have corrected the secret since it was cached. Fortnox refused the client
      // before it looked at the code, so the code is still good.
      Optional<Secret> newer = secrets.readAnew(app.secretName());
      if (newer.isPresent() && !newer.equals(clientSecret)) {
        credentials = new AppCredentials(app.clientId(), newer.get());
        reply = grants.exchangeCode(credentials, code, flow.redirectUri());
      }
    }
    if (!(reply instanceof Granted granted)) {
      return back(request, refusal(reply));
    }
    Optional<String> company = AccessTokens.companyId(granted.accessToken());
    if (company.isEmpty()) {
      return back(request, "company_unknown");
    }
    if (request.expectedCompany() != null && !request.expectedCompany().equals(company.get())) {
      return back(request, "wrong_company");
    }
    Connection connection = connection(request.tenant(), app, credentials, company.get(), granted);
    connections.connect(connection);
    describe(connection);
    Secret oneTime = randomness.secret();
    flows.put(
        Key.hash(oneTime),
        new Connected(
            request.tenant(), connection.id(), timing.now().plus(Connecting.CODE_LIFETIME)));
    return new Redirect(with(request.callbackUrl(), "code", oneTime.reveal(), request));
  }

  /** A name helps people to tell their companies apart; a connection without one is as good. */
  private void describe(Connection connection) {
    if (connection.scopes().contains(COMPANY_INFORMATION)
        && gateway.read(
                connection,
                COMPANY_INFORMATION,
                FortnoxCall.get("/3/companyinformation"),
                Deadline.in(NAME_PATIENCE, timing))
            instanceof CallOutcome.Answered(var document, _)) {
      JsonNode company = document.path("CompanyInformation");
      connections.describe(
          connection.id(),
          company.path("CompanyName").asText(),
          company.path("OrganizationNumber").asText());
    }
  }

  private Connection connection(
      String tenant, FortnoxApp app, AppCredentials credentials, String company, Granted first) {
    String id = Ids.derived("connection", tenant, company);
    Granted tokens = first;
    Grant grant = Grant.REFRESH_TOKEN;
    if (app.accountType() == AccountType.SERVICE
        && grants.clientCredentials(credentials, company) instanceof Granted byCredentials) {
      grant = Grant.CLIENT_CREDENTIALS;
      tokens = byCredentials;
    }
    // With client credentials the first refresh token is never refreshed with: it's kept because
    // revoking a consent takes one.
    Secret refresh = first.refreshToken();
    Sealed sealedRefresh = refresh == null ? null : cipher.seal(refresh, id, Purpose.REFRESH_TOKEN);
    NavigableSet<String> missing = new TreeSet<>(app.scopes());
    missing.removeAll(first.scopes());
    return new Connection(
        id,
        tenant,
        company,
        null,
        null,
        app.clientId(),
        app.secretName(),
        new TreeSet<>(first.scopes()),
        missing.isEmpty() ? Consent.ACTIVE : Consent.SCOPE_MISSING,
        missing.isEmpty()
            ? null
            : new ConsentDetail(missing.first(), "not granted: " + String.join(" ", missing)),
        List.of(),
        timing.now(),
        new TokenState(
            grant,
            timing.millis(),
            cipher.seal(tokens.accessToken(), id, Purpose.ACCESS_TOKEN),
            timing.now().plus(tokens.lifetime()),
            sealedRefresh,
            null,
            null,
            timing.now()));
  }

  /** Fortnox's words stay out of the vendor's URL: only codes from this list go there. */
  private static String fixedCode(String error) {
    return switch (error) {
      case "access_denied" -> "access_denied";
      case "invalid_scope" -> "scope_not_enabled";
      case "error_missing_license" -> "licence_missing";
      case "error_missing_app_license" -> "app_licence_missing";
      case "server_error", "temporarily_unavailable" -> "fortnox_unavailable";
      default -> "fortnox_refused";
    };
  }

  private static String refusal(GrantReply reply) {
    return switch (reply) {
      case Granted _ -> throw new IllegalArgumentException("that is no refusal");
      case GrantReply.InvalidGrant _ -> "code_refused";
      case GrantReply.InvalidClient _ -> "client_secret_refused";
      case GrantReply.LicenceMissing _ -> "licence_missing";
      case GrantReply.Refused _ -> "fortnox_refused";
      case GrantReply.Unavailable _, GrantReply.NoReply _ -> "fortnox_unavailable";
    };
  }

  private static Redirect back(Request request, String error) {
    return new Redirect(with(request.cancelUrl(), "error", error, request));
  }

  private static URI with(URI url, String parameter, String value, Request request) {
    String state = request.vendorState();
    return URI.create(
        url
            + (url.getRawQuery() == null ? "?" : "&")
            + parameter
            + "="
            + value
            + (state == null ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)));
  }
}
