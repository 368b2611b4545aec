package io.fortnoxconnector.connector.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.connections.Arrival.Page;
import io.fortnoxconnector.connector.connections.Arrival.Reason;
import io.fortnoxconnector.connector.connections.Arrival.Redirect;
import io.fortnoxconnector.connector.connections.Connecting.Departure;
import io.fortnoxconnector.connector.connections.Connecting.Exchange;
import io.fortnoxconnector.connector.connections.Connecting.Start;
import io.fortnoxconnector.connector.connections.Connecting.Wish;
import io.fortnoxconnector.connector.connections.Ending.End;
import io.fortnoxconnector.connector.connections.Reception.Visit;
import io.fortnoxconnector.connector.contract.AtOnce;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.FakeGrants;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from a login link to an account key, as a vendor and a browser walk it. */
class ConnectingTest {

  private static final URI BASE = URI.create("https://api.example");
  private static final String DONE = "https://vendor.example/done?x=1";
  private static final String CANCELLED = "https://vendor.example/cancelled";
  private static final Wish PLAIN = new Wish(DONE, CANCELLED, "their state & more", null);

  private final World world = new World();
  private String tenant = "";
  private String foreign = "";

  @BeforeEach
  void twoVendorsWithIntegrations() {
    tenant = vendor("one");
    foreign = vendor("two");
  }

  private String vendor(String name) {
    String id = world.tenants().register(name).tenant();
    integration(id, AccountType.SERVICE, "customer", "supplier");
    world.tenants().addCallbackUrls(id, List.of(DONE, CANCELLED));
    return id;
  }

  private void integration(String id, AccountType type, String... scopes) {
    world
        .tenants()
        .registerApp(
            id,
            new AppCredentials("client-id", FakeGrants.CLIENT_SECRET),
            type,
            new TreeSet<>(Set.of(scopes)));
  }

  private static Map<String, String> query(URI url) {
    return Arrays.stream(url.getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private URI link(Wish wish) {
    return ((Start.Ready) world.connecting().start(tenant, wish, BASE)).loginUrl();
  }

  private Departure depart(URI link) {
    return world.connecting().depart(new Secret(query(link).get("ticket")), BASE).orElseThrow();
  }

  private static Secret state(Departure departure) {
    return new Secret(query(departure.fortnox()).get("state"));
  }

  private Arrival arrive(Departure departure, Secret code) {
    return world.reception().receive(new Visit(code, state(departure), null, departure.browser()));
  }

  private Redirect connected(String company) {
    return (Redirect) arrive(depart(link(PLAIN)), world.grants.consent(company));
  }

  private static Secret code(Redirect redirect) {
    return new Secret(query(redirect.to()).get("code"));
  }

  private Exchange.Done exchanged(Redirect redirect) {
    return (Exchange.Done) world.connecting().exchange(tenant, code(redirect));
  }

  private static void assertSentBack(Arrival arrival, String error) {
    URI to = ((Redirect) arrival).to();
    assertThat(to.toString()).startsWith(CANCELLED + "?error=" + error);
    assertThat(query(to)).isEqualTo(Map.of("error", error, "state", "their state & more"));
  }

  @Test
  void aCompanyIsConnectedAndTheKeyOpensIt() {
    Redirect redirect = connected("612345");
    assertThat(redirect.to().toString()).startsWith(DONE + "&code=");
    assertThat(query(redirect.to())).containsEntry("state", "their state & more");

    Connecting.Exchanged result = exchanged(redirect).exchanged();

    assertThat(result.connection().companyId()).isEqualTo("612345");
    assertThat(result.connection().consent()).isEqualTo(Consent.ACTIVE);
    assertThat(result.connection().tokens().grant()).isEqualTo(Grant.CLIENT_CREDENTIALS);
    assertThat(world.access().connection(tenant, result.accountKey().reveal()))
        .contains(result.connection());
  }

  @Test
  void theFirstTokensWorkAndCanBeRenewed() {
    Connection connection = exchanged(connected("612345")).exchanged().connection();
    assertThat(world.vault().access(connection, world.minute())).isInstanceOf(Ready.class);

    world.timing.advance(Duration.ofHours(2));
    assertThat(world.vault().access(connection, world.minute())).isInstanceOf(Ready.class);
  }

  @Test
  void withoutAServiceAccountTheRefreshTokenIsUsed() {
    integration(tenant, AccountType.USER, "customer");

    Connection connection = exchanged(connected("612345")).exchanged().connection();

    assertThat(connection.tokens().grant()).isEqualTo(Grant.REFRESH_TOKEN);
    world.timing.advance(Duration.ofHours(2));
    assertThat(world.vault().access(connection, world.minute())).isInstanceOf(Ready.class);
    assertThat(world.grants.log()).containsExactly("exchangeCode", "refresh");
  }

  @Test
  void theCompanysNameIsKeptWhereTheConsentCoversIt() {
    integration(tenant, AccountType.SERVICE, "companyinformation");
    world.grants.grantsOnly("companyinformation");
    world.fortnox.on(
        Method.GET,
        "/3/companyinformation",
        FakeFortnox.answered(
            Samples.json(
                "{'CompanyInformation':{'CompanyName':'Åkeri','OrganizationNumber':'556036-0793'}}")));

    Connection connection = exchanged(connected("612345")).exchanged().connection();

    assertThat(connection.companyName()).isEqualTo("Åkeri");
    assertThat(connection.organisationNumber()).isEqualTo("556036-0793");
  }

  @Test
  void aNameThatCanNotBeFetchedIsNoObstacle() {
    integration(tenant, AccountType.SERVICE, "companyinformation");
    world.grants.grantsOnly("companyinformation");
    world.fortnox.on(Method.GET, "/3/companyinformation", FakeFortnox.silence());

    assertThat(exchanged(connected("612345")).exchanged().connection().companyName()).isNull();
  }

  // The link.

  @Test
  void onlyCallbackUrlsOnTheListAreTaken() {
    for (Wish wish :
        List.of(
            new Wish(DONE + "2", null, null, null),
            new Wish(DONE + "2", DONE, null, null),
            new Wish(DONE.toUpperCase(Locale.ROOT), null, null, null),
            new Wish(DONE, "https://evil.example/", null, null),
            new Wish(null, null, null, null))) {
      var refused = (Start.Refused) world.connecting().start(tenant, wish, BASE);
      assertThat(refused.problems().getFirst().type())
          .isEqualTo(ProblemType.CALLBACK_URL_NOT_ALLOWED);
    }
  }

  @Test
  void aSingleCallbackUrlGoesWithoutSaying() {
    String vendor = world.tenants().register("three").tenant();
    integration(vendor, AccountType.SERVICE, "customer");
    world.tenants().addCallbackUrls(vendor, List.of(DONE));

    assertThat(world.connecting().start(vendor, new Wish(null, null, null, null), BASE))
        .isInstanceOf(Start.Ready.class);
  }

  @Test
  void withoutAnIntegrationThereIsNoLink() {
    String vendor = world.tenants().register("three").tenant();

    var refused = (Start.Refused) world.connecting().start(vendor, PLAIN, BASE);

    assertThat(refused.problems().getFirst().type()).isEqualTo(ProblemType.SYSTEM_NOT_REGISTERED);
  }

  @Test
  void aLinkMayBeOpenedMoreThanOnceWithinItsHour() {
    URI link = link(PLAIN);

    Departure first = depart(link);
    Departure second = depart(link);

    assertThat(state(first)).isNotEqualTo(state(second));
    assertThat(first.browser()).isNotEqualTo(second.browser());
    world.timing.advance(Connecting.LINK_LIFETIME);
    assertThat(world.connecting().depart(new Secret(query(link).get("ticket")), BASE)).isEmpty();
    assertThat(world.connecting().depart(new Secret("unknown"), BASE)).isEmpty();
  }

  @Test
  void aStateIsNoTicketAndATicketNoState() {
    URI link = link(PLAIN);
    Departure departure = depart(link);

    assertThat(world.connecting().depart(state(departure), BASE)).isEmpty();
    assertThat(
            world
                .reception()
                .receive(
                    new Visit(
                        world.grants.consent("612345"),
                        new Secret(query(link).get("ticket")),
                        null,
                        departure.browser())))
        .isEqualTo(new Page(Reason.STATE_INVALID));
  }

  // The way back.

  @Test
  void theWayBackIsOpenForAsLongAsTheBrowserIsTold() {
    Departure inTime = depart(link(PLAIN));
    Departure late = depart(link(PLAIN));

    world.timing.advance(inTime.lifetime().minusMillis(1));
    assertThat(arrive(inTime, world.grants.consent("612345"))).isInstanceOf(Redirect.class);
    world.timing.advance(Duration.ofMillis(1));
    assertThat(arrive(late, world.grants.consent("612345")))
        .isEqualTo(new Page(Reason.STATE_INVALID));
  }

  @Test
  void aStateWorksOnce() {
    Departure departure = depart(link(PLAIN));
    arrive(departure, world.grants.consent("612345"));

    assertThat(arrive(departure, world.grants.consent("612345")))
        .isEqualTo(new Page(Reason.STATE_INVALID));
  }

  @Test
  void ofTwoArrivalsAtTheSameMomentOneConnects() {
    Departure departure = depart(link(PLAIN));

    List<Arrival> arrivals = AtOnce.run(4, _ -> arrive(departure, world.grants.consent("612345")));

    assertThat(arrivals).filteredOn(Redirect.class::isInstance).hasSize(1);
    assertThat(world.grants.log()).containsOnlyOnce("exchangeCode");
  }

  @Test
  void aStateExpiresAfterTenMinutes() {
    Departure departure = depart(link(PLAIN));
    world.timing.advance(Duration.ofMinutes(10));

    assertThat(arrive(departure, world.grants.consent("612345")))
        .isEqualTo(new Page(Reason.STATE_INVALID));
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void anotherBrowserDoesNotConnectAndTheRightOneStillCan() {
    Departure departure = depart(link(PLAIN));
    Secret code = world.grants.consent("612345");
    for (Secret browser :
        Arrays.asList(null, new Secret("forged"), depart(link(PLAIN)).browser())) {
      assertThat(world.reception().receive(new Visit(code, state(departure), null, browser)))
          .isEqualTo(new Page(Reason.STATE_INVALID));
    }

    assertThat(arrive(departure, code)).isInstanceOf(Redirect.class);
  }

  @Test
  void whoeverComesWithoutAStateGetsAPage() {
    assertThat(world.reception().receive(new Visit(null, null, null, null)))
        .isEqualTo(new Page(Reason.ACCOUNT_UNAVAILABLE));
    assertThat(world.reception().receive(new Visit(new Secret("c"), null, null, null)))
        .isEqualTo(new Page(Reason.STATE_INVALID));
    assertThat(world.reception().receive(new Visit(null, null, "access_denied", null)))
        .isEqualTo(new Page(Reason.STATE_INVALID));
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied,access_denied",
    "invalid_scope,scope_not_enabled",
    "error_missing_license,licence_missing",
    "error_missing_app_license,app_licence_missing",
    "server_error,fortnox_unavailable",
    "temporarily_unavailable,fortnox_unavailable",
    "'<script>&x=',fortnox_refused",
    "'',fortnox_refused",
  })
  void aDenialGoesBackToTheVendorAsAFixedCode(String fortnox, String code) {
    Departure departure = depart(link(PLAIN));

    Arrival arrival =
        world.reception().receive(new Visit(null, state(departure), fortnox, departure.browser()));

    assertSentBack(arrival, code);
  }

  @Test
  void whatTheTokenEndpointRefusesGoesBackAsAFixedCode() {
    assertSentBack(refusedWith(new GrantReply.InvalidGrant("x")), "code_refused");
    assertSentBack(refusedWith(new GrantReply.InvalidClient("x")), "client_secret_refused");
    assertSentBack(refusedWith(new GrantReply.LicenceMissing("x")), "licence_missing");
    assertSentBack(refusedWith(new GrantReply.Refused(400, "x", "y")), "fortnox_refused");
    assertSentBack(refusedWith(new GrantReply.Unavailable(503)), "fortnox_unavailable");
    assertSentBack(refusedWith(new GrantReply.NoReply(true, "x")), "fortnox_unavailable");
    assertThat(world.connections.ofTenant(tenant, 10, null).connections()).isEmpty();
  }

  private Arrival refusedWith(GrantReply reply) {
    Departure departure = depart(link(PLAIN));
    world.grants.answersNext(reply);
    return arrive(departure, world.grants.consent("612345"));
  }

  @Test
  void aTokenThatNamesNoCompanyConnectsNothing() {
    assertSentBack(
        refusedWith(
            new GrantReply.Granted(
                new Secret("opaque"), null, Set.of("customer"), Duration.ofHours(1))),
        "company_unknown");
  }

  @Test
  void anotherCompanyThanTheExpectedOneIsNotConnected() {
    Departure departure = depart(link(new Wish(DONE, CANCELLED, "their state & more", "612345")));
    assertSentBack(arrive(departure, world.grants.consent("700000")), "wrong_company");
    assertThat(world.connections.ofTenant(tenant, 10, null).connections()).isEmpty();

    Departure again = depart(link(new Wish(DONE, CANCELLED, null, "612345")));
    assertThat(((Redirect) arrive(again, world.grants.consent("612345"))).to().toString())
        .startsWith(DONE);
  }

  @Test
  void anIntegrationChangedMeanwhileConnectsNothing() {
    Departure departure = depart(link(PLAIN));
    world.tenants().removeApp(tenant);

    assertSentBack(arrive(departure, world.grants.consent("612345")), "integration_changed");
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void aMissingScopeIsSaidAndTheConnectionMade() {
    world.grants.grantsOnly("customer");

    Connection connection = exchanged(connected("612345")).exchanged().connection();

    assertThat(connection.consent()).isEqualTo(Consent.SCOPE_MISSING);
    assertThat(connection.consentDetail())
        .isEqualTo(new Connection.ConsentDetail("supplier", "not granted: supplier"));
    assertThat(connection.scopes()).containsExactly("customer");
  }

  @Test
  void aCompanyConnectedTwiceKeepsOneConnectionAndItsKeys() {
    Connecting.Exchanged first = exchanged(connected("612345")).exchanged();
    world.connections.setConsent(first.connection().id(), Consent.RECONNECT_REQUIRED, null);
    world.timing.advance(Duration.ofDays(1));

    Connecting.Exchanged second = exchanged(connected("612345")).exchanged();

    assertThat(second.connection().id()).isEqualTo(first.connection().id());
    assertThat(second.connection().consent()).isEqualTo(Consent.ACTIVE);
    assertThat(world.connections.ofTenant(tenant, 10, null).connections()).hasSize(1);
    for (Key key : List.of(first.accountKey(), second.accountKey())) {
      assertThat(world.access().connection(tenant, key.reveal())).isPresent();
    }
  }

  @Test
  void twoVendorsOfOneCompanyHaveAConnectionEach() {
    String mine = exchanged(connected("612345")).exchanged().connection().id();
    tenant = foreign;
    String theirs = exchanged(connected("612345")).exchanged().connection().id();

    assertThat(mine).isNotEqualTo(theirs);
  }

  // The exchange.

  @Test
  void aCodeWorksOnce() {
    Redirect redirect = connected("612345");
    exchanged(redirect);

    assertRefused(tenant, code(redirect));
  }

  @Test
  void aForeignTenantCanNeitherExchangeNorUseUpACode() {
    Redirect redirect = connected("612345");

    assertRefused(foreign, code(redirect));

    assertThat(exchanged(redirect).exchanged().connection().tenant()).isEqualTo(tenant);
  }

  @Test
  void aCodeExpiresAfterTenMinutes() {
    Redirect redirect = connected("612345");
    world.timing.advance(Duration.ofMinutes(10));

    assertRefused(tenant, code(redirect));
  }

  @Test
  void aCodeOfAConnectionEndedMeanwhileGivesNoKey() {
    Redirect redirect = connected("612345");
    Connection connection = world.connections.ofTenant(tenant, 1, null).connections().getFirst();
    world.ending().end(connection.id(), tenant);

    assertRefused(tenant, code(redirect));
    assertThat(world.connections.find(connection.id())).isEmpty();
  }

  @Test
  void aStateIsNoCode() {
    assertRefused(tenant, state(depart(link(PLAIN))));
    assertRefused(tenant, new Secret("unknown"));
  }

  private void assertRefused(String by, Secret code) {
    var refused = (Exchange.Refused) world.connecting().exchange(by, code);
    assertThat(refused.problem().type()).isEqualTo(ProblemType.CODE_INVALID);
  }

  // The end.

  private Connection made() {
    return exchanged(connected("612345")).exchanged().connection();
  }

  @Test
  void anEndedConnectionIsGoneAndRevoked() {
    Connecting.Exchanged made = exchanged(connected("612345")).exchanged();

    assertThat(world.ending().end(made.connection().id(), tenant)).isEqualTo(End.ENDED_AND_REVOKED);

    assertThat(world.access().connection(tenant, made.accountKey().reveal())).isEmpty();
    assertThat(world.grants.log()).endsWith("revoke");
    assertThat(world.ending().end(made.connection().id(), tenant)).isEqualTo(End.UNKNOWN);
  }

  @Test
  void aForeignTenantCanNotEndAConnection() {
    String id = made().id();

    assertThat(world.ending().end(id, foreign)).isEqualTo(End.UNKNOWN);

    assertThat(world.connections.find(id)).isPresent();
    assertThat(world.grants.log()).doesNotContain("revoke");
  }

  @Test
  void whatFortnoxDoesNotRevokeIsEndedAllTheSame() {
    String id = made().id();
    world.grants.revokesNothing();

    assertThat(world.ending().end(id, tenant)).isEqualTo(End.ENDED_HERE_ONLY);

    assertThat(world.connections.find(id)).isEmpty();
  }

  // What is stored.

  @Test
  void noTicketStateCodeKeyOrTokenIsStoredInClear() {
    URI link = link(PLAIN);
    Departure departure = depart(link);
    Redirect redirect = (Redirect) arrive(departure, world.grants.consent("612345"));
    String flows = world.flows.dump();
    Connecting.Exchanged made = exchanged(redirect).exchanged();

    String ticket = query(link).get("ticket");
    assertThat(flows + world.connections.dump())
        .doesNotContain(
            ticket,
            state(departure).reveal(),
            departure.browser().reveal(),
            code(redirect).reveal(),
            made.accountKey().reveal(),
            made.accountKey().secret().reveal(),
            "access-token",
            "refresh-token");
    assertThat(departure.toString()).doesNotContain(departure.browser().reveal());
    assertThat(made.toString()).doesNotContain(made.accountKey().secret().reveal());
  }
}
