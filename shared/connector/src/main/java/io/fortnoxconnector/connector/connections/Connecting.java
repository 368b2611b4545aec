package io.fortnoxconnector.connector.connections;

import static io.fortnoxconnector.connector.problems.ProblemType.CALLBACK_URL_NOT_ALLOWED;
import static io.fortnoxconnector.connector.problems.ProblemType.CODE_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.SYSTEM_NOT_REGISTERED;

import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Flow.AtFortnox;
import io.fortnoxconnector.connector.connections.Flow.Connected;
import io.fortnoxconnector.connector.connections.Flow.Link;
import io.fortnoxconnector.connector.connections.Flow.Request;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.fortnox.FortnoxGrants;
import io.fortnoxconnector.fortnox.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a company is connected: the vendor fetches a login link, the company's user opens it and
 * consents at Fortnox, the browser comes back, the vendor exchanges the one-time code for the
 * account key. No key ever stands in a URL.
 */
public final class Connecting {

  /** Time for the vendor's user to find the link and open it. */
  static final Duration LINK_LIFETIME = Duration.ofHours(1);

  /** Time to log in and consent at Fortnox. */
  private static final Duration STATE_LIFETIME = Duration.ofMinutes(10);

  static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  private static final int LONGEST_VENDOR_STATE = 512;

  private final TenantStore tenants;
  private final FlowStore flows;
  private final ConnectionStore connections;
  private final FortnoxGrants grants;
  private final Randomness randomness;
  private final Timing timing;

  public Connecting(
      TenantStore tenants,
      FlowStore flows,
      ConnectionStore connections,
      FortnoxGrants grants,
      Randomness randomness,
      Timing timing) {
    this.tenants = tenants;
    this.flows = flows;
    this.connections = connections;
    this.grants = grants;
    this.randomness = randomness;
    this.timing = timing;
  }

  /** What the vendor wants; null where it said nothing. */
  public record Wish(
      @Nullable String callbackUrl,
      @Nullable String cancelUrl,
      @Nullable String state,
      @Nullable String companyId) {}

  /** A link for the company's user, or why there is none. */
  public sealed interface Start {
    record Ready(URI loginUrl) implements Start {}

    record Refused(List<Problem> problems) implements Start {}
  }

  /**
   * Makes a login link.
   *
   * @param base address of this API as the user's browser reaches it
   */
  public Start start(String tenantId, Wish wish, URI base) {
    Optional<Tenant> tenant = tenants.find(tenantId);
    if (tenant.isEmpty() || tenant.get().app() == null) {
      return refused(
          SYSTEM_NOT_REGISTERED.about(
              "Register your Fortnox integration first: POST /tenants/register-system."));
    }
    List<String> allowed = tenant.get().callbackUrls();
    String callback =
        wish.callbackUrl() == null && allowed.size() == 1 ? allowed.getFirst() : wish.callbackUrl();
    if (callback == null || !allowed.contains(callback)) {
      return refused(notAllowed("callbackUrl"));
    }
    String cancel = wish.cancelUrl() == null ? callback : wish.cancelUrl();
    if (!allowed.contains(cancel)) {
      return refused(notAllowed("cancelCallbackUrl"));
    }
    if (wish.state() != null && wish.state().length() > LONGEST_VENDOR_STATE) {
      return refused(
          PARAMETER_INVALID.about(
              "state", "state has at most " + LONGEST_VENDOR_STATE + " characters."));
    }
    Secret ticket = randomness.secret();
    var request =
        new Request(
            tenantId, URI.create(callback), URI.create(cancel), wish.state(), wish.companyId());
    flows.put(Key.hash(ticket), new Link(request, timing.now().plus(LINK_LIFETIME)));
    return new Start.Ready(URI.create(base + "/auth/fortnox/login?ticket=" + ticket.reveal()));
  }

  /**
   * Where a browser that opened a login link goes, and what binds it to the way back.
   *
   * @param lifetime how long the way back is open
   */
  public record Departure(URI fortnox, Secret browser, Duration lifetime) {}

  /** Empty where the link is unknown or too old, or the vendor's integration was removed since. */
  public Optional<Departure> depart(Secret ticket, URI base) {
    Optional<Flow> flow = flows.peek(Key.hash(ticket), timing.now());
    if (!(flow.orElse(null) instanceof Link(var request, _))) {
      return Optional.empty();
    }
    FortnoxApp app = tenants.find(request.tenant()).map(Tenant::app).orElse(null);
    if (app == null) {
      return Optional.empty();
    }
    Secret state = randomness.secret();
    Secret browser = randomness.secret();
    URI redirectUri = URI.create(base + "/auth/callback/fortnox");
    flows.put(
        Key.hash(state),
        new AtFortnox(
            request,
            Key.hash(browser),
            redirectUri,
            app.clientId(),
            timing.now().plus(STATE_LIFETIME)));
    return Optional.of(
        new Departure(
            grants.authorizeUrl(
                app.clientId(), redirectUri, app.scopes(), state.reveal(), app.accountType()),
            browser,
            STATE_LIFETIME));
  }

  /** The account key of a connection that was just made, shown this once. */
  public record Exchanged(Connection connection, Key accountKey) {}

  /** An exchange, or why there is none. */
  public sealed interface Exchange {
    record Done(Exchanged exchanged) implements Exchange {}

    record Refused(Problem problem) implements Exchange {}
  }

  /** The code works once, for the tenant that started the flow. */
  public Exchange exchange(String tenant, Secret code) {
    String hash = Key.hash(code);
    // Looked at before it's taken: a foreign tenant must not be able to use up another's code.
    if (!(flows.peek(hash, timing.now()).orElse(null) instanceof Connected seen)
        || !seen.tenant().equals(tenant)
        || !(flows.take(hash, timing.now()).orElse(null) instanceof Connected taken)) {
      return new Exchange.Refused(
          CODE_INVALID.about("/code", "The code is unknown, used, or older than 10 minutes."));
    }
    Key key = Key.mint(Key.Kind.ACCOUNT, taken.connection(), randomness);
    if (!connections.addAccountKey(taken.connection(), tenant, key.hash())) {
      return new Exchange.Refused(
          CODE_INVALID.about("/code", "The connection was ended meanwhile."));
    }
    return connections
        .find(taken.connection())
        .<Exchange>map(connection -> new Exchange.Done(new Exchanged(connection, key)))
        .orElseGet(
            () ->
                new Exchange.Refused(
                    CODE_INVALID.about("/code", "The connection was ended meanwhile.")));
  }

  private static Problem notAllowed(String parameter) {
    return CALLBACK_URL_NOT_ALLOWED.about(
        parameter,
        "It must be, character by character, one of the URLs added by POST /tenants/add-callback-urls.");
  }

  private static Start.Refused refused(Problem problem) {
    return new Start.Refused(List.of(problem));
  }
}
