package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.faults.Faults;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.Server;
import io.fortnoxconnector.sandbox.ledger.Ledger;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import io.fortnoxconnector.sandbox.limit.RateLimits;
import io.fortnoxconnector.sandbox.oauth.App;
import io.fortnoxconnector.sandbox.oauth.Apps;
import io.fortnoxconnector.sandbox.oauth.AuthorizeEndpoint;
import io.fortnoxconnector.sandbox.oauth.Grant;
import io.fortnoxconnector.sandbox.oauth.Grants;
import io.fortnoxconnector.sandbox.oauth.TokenEndpoint;
import io.fortnoxconnector.sandbox.oauth.Tokens;
import io.fortnoxconnector.sandbox.register.RegisterEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A Fortnox on 127.0.0.1, to be started by tests, by the local stack or alone. */
public final class Sandbox implements AutoCloseable {

  private static final Set<String> SCOPES =
      Set.of(
          "companyinformation",
          "settings",
          "customer",
          "supplier",
          "project",
          "costcenter",
          "currency",
          "price",
          "article",
          "invoice",
          "order",
          "offer",
          "bookkeeping",
          "supplierinvoice",
          "payment",
          "archive",
          "inbox",
          "connectfile",
          "profile",
          "salary");

  private final SandboxClock clock;
  private final Apps apps = new Apps();
  private final Companies companies = new Companies();
  private final Faults faults = new Faults();
  private final Ledger ledger = new Ledger();
  private final RateLimits limits;
  private final Grants grants;
  private final AuthorizeEndpoint authorize;
  private final Api api;
  private final Front front;
  private final Control control;
  private final Server server;
  private final RateLimit.Kind limit;

  private Sandbox(SandboxOptions options) throws IOException {
    clock = new SandboxClock(options.clock());
    limit = options.limit();
    limits = new RateLimits(limit);
    grants = new Grants(clock, options.sameInstant());
    authorize = new AuthorizeEndpoint(apps, companies, grants, clock);
    var registers = new RegisterEndpoint(options.refusesPagesBeyondTheEnd());
    api = new Api(companies, limits, registers, clock, options.retryAfter());
    var tokens = new TokenEndpoint(apps, companies, grants);
    front = new Front(grants, authorize, tokens, api, faults, ledger, clock);
    control = new Control(this);
    server = Server.start(options.port(), this::answer);
    if (options.defaults()) {
      addDefaults();
    }
  }

  public static SandboxOptions options() {
    return SandboxOptions.initial();
  }

  /**
   * Listens from now on.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public static Sandbox start(SandboxOptions options) {
    try {
      return new Sandbox(options);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /** Stands for {@code https://api.fortnox.se}; the registers are under {@code /3}. */
  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /**
   * Stands for {@code https://apps.fortnox.se/oauth-v1}: {@code /auth}, {@code /token}, {@code
   * /revoke}.
   */
  public URI authUrl() {
    return URI.create(apiUrl() + "/oauth-v1");
  }

  public SandboxClock clock() {
    return clock;
  }

  public Faults faults() {
    return faults;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Replaces an app with the same client id. */
  public App registerApp(App app) {
    apps.register(app);
    return app;
  }

  public App registerApp(
      String clientId,
      String clientSecret,
      URI redirectUri,
      Set<String> scopes,
      boolean allowsServiceAccount) {
    return registerApp(
        new App(clientId, clientSecret, List.of(redirectUri), scopes, allowsServiceAccount));
  }

  /**
   * A company with the usual terms, units, currencies and the like; replaces one of that number.
   *
   * @param number digits only, as Fortnox's tenant ids are
   */
  public Company addCompany(String number, String name, String organisationNumber) {
    var company = new Company(number, name, organisationNumber, grants, clock);
    companies.add(company);
    return company;
  }

  /**
   * A company to look into.
   *
   * @throws IllegalArgumentException if there is no such company
   */
  public Company company(String number) {
    return companies
        .get(number)
        .orElseThrow(() -> new IllegalArgumentException("The sandbox has no company " + number));
  }

  /** Consents without the page and hands out tokens at once, as a test's short way in. */
  public Tokens connect(String clientId, String company, Set<String> scopes, boolean service) {
    if (apps.find(clientId).isEmpty()) {
      throw new IllegalArgumentException("The sandbox has no app " + clientId);
    }
    var grant =
        new Grant(clientId, company(company).number(), new LinkedHashSet<>(scopes), service);
    grants.consent(grant);
    return grants.issue(grant, true);
  }

  /** Counts anew, in this way. */
  public void limit(RateLimit.Kind kind, boolean retryAfter) {
    limits.countAs(kind);
    api.retryAfter(retryAfter);
  }

  /** Back to the start: apps and companies stay, whatever happened to them since doesn't. */
  public void reset() {
    faults.clear();
    ledger.clear();
    clock.reset();
    grants.clear();
    authorize.clear();
    limits.countAs(limit);
    companies.reset();
  }

  private Answer answer(Call call) {
    return call.path().startsWith("/control/") ? control.answer(call) : front.answer(call);
  }

  private void addDefaults() {
    registerApp(
        "sandbox-client",
        "sandbox-secret",
        URI.create(apiUrl() + "/control/callback"),
        SCOPES,
        true);
    addCompany("123456", "Exempelbolaget AB", "556036-0793");
    addCompany("654321", "Provföretaget AB", "556016-0680");
  }

  @Override
  public void close() {
    server.close();
  }
}
