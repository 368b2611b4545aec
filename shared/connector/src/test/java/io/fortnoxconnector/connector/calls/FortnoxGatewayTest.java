package io.fortnoxconnector.connector.calls;

import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.connector.calls.CallOutcome.Answered;
import io.fortnoxconnector.connector.calls.CallOutcome.Disconnected;
import io.fortnoxconnector.connector.calls.CallOutcome.Later;
import io.fortnoxconnector.connector.calls.CallOutcome.Refused;
import io.fortnoxconnector.connector.calls.CallOutcome.Unknown;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.fortnox.GrantReply;
import io.fortnoxconnector.fortnox.RateBudget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FortnoxGatewayTest {

  private static final String PATH = "/3/customers/1";
  private static final FortnoxReply OK = FakeFortnox.answered(Samples.json("{'Customer':{}}"));

  private final World world = new World();
  private FortnoxGateway gateway = world.gateway();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  private CallOutcome read() {
    return read(world.connection(), world.minute());
  }

  private CallOutcome read(Connection connection, Deadline deadline) {
    return gateway.read(connection, "customer", FortnoxCall.get(PATH), deadline);
  }

  @Test
  void anAnswerComesBackAsItIs() {
    world.fortnox.on(GET, PATH, OK);

    assertThat(read()).isEqualTo(new Answered(Samples.json("{'Customer':{}}"), 22));
  }

  @Test
  void a401RenewsTheTokenOnceAndRetriesOnce() {
    world.fortnox.on(GET, PATH, new FortnoxReply.Unauthorized()).on(GET, PATH, OK);

    assertThat(read()).isInstanceOf(Answered.class);

    assertThat(world.grants.log()).containsExactly("refresh");
    assertThat(world.fortnox.sent())
        .extracting(FakeFortnox.Sent::accessToken)
        .doesNotHaveDuplicates();
    assertThat(world.fortnox.sent()).hasSize(2);
  }

  @Test
  void aSecond401IsNotRetriedAgain() {
    world.fortnox.on(GET, PATH, new FortnoxReply.Unauthorized());

    Disconnected outcome = (Disconnected) read();

    assertThat(outcome.problem().type()).isEqualTo(ProblemType.INTEGRATION_REFUSED);
    assertThat(world.fortnox.sent()).hasSize(2);
    assertThat(world.grants.log()).containsExactly("refresh");
  }

  @Test
  void a401WhoseRenewalIsRefusedDisconnects() {
    world.fortnox.on(GET, PATH, new FortnoxReply.Unauthorized());
    world.grants.answersNext(new GrantReply.InvalidGrant("revoked"));

    assertThat(read()).isInstanceOf(Disconnected.class);
    assertThat(world.fortnox.sent()).hasSize(1);
    assertThat(world.connection().consent()).isEqualTo(Consent.RECONNECT_REQUIRED);
  }

  @Test
  void laterCallsOfARequestDoNotMeetThe401Again() {
    Connection asReadAtTheStart = world.connection();
    world.fortnox.on(GET, PATH, new FortnoxReply.Unauthorized()).on(GET, PATH, OK);
    read(asReadAtTheStart, world.minute());
    int sent = world.fortnox.sent().size();

    read(asReadAtTheStart, world.minute());

    var tokens = world.fortnox.sent().stream().map(FakeFortnox.Sent::accessToken).toList();
    assertThat(tokens.subList(sent, tokens.size())).containsExactly(tokens.get(sent - 1));
  }

  @Test
  void aRenewedTokenThatIsRefusedInItsTurnIsRenewedAndNotExchangedForTheFirst() {
    Connection asReadAtTheStart = world.connection();
    world
        .fortnox
        .on(GET, PATH, new FortnoxReply.Unauthorized())
        .on(GET, PATH, OK)
        .on(GET, PATH, new FortnoxReply.Unauthorized())
        .on(GET, PATH, OK);
    read(asReadAtTheStart, world.minute());

    assertThat(read(asReadAtTheStart, world.minute())).isInstanceOf(Answered.class);

    var tokens = world.fortnox.sent().stream().map(FakeFortnox.Sent::accessToken).toList();
    assertThat(tokens.subList(0, tokens.size() - 1)).doesNotContain(tokens.getLast());
  }

  @Test
  void a429PushesTheBudgetBackAndAnswersLater() {
    world
        .fortnox
        .on(GET, PATH, new FortnoxReply.Throttled(Duration.ofSeconds(7)))
        .on(GET, PATH, OK);

    Later later = (Later) read();

    assertThat(later.problem().type()).isEqualTo(ProblemType.RATE_LIMITED);
    assertThat(later.problem().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(
            world.budget.take(
                world.connection().budgetKey(),
                Budget.Use.INTERACTIVE,
                world.timing.now(),
                Duration.ZERO))
        .isEqualTo(new Budget.Answer.Wait(Duration.ofSeconds(7), Duration.ofSeconds(7)));
  }

  @Test
  void a429WithoutRetryAfterPausesForAWholeWindow() {
    world.fortnox.on(GET, PATH, new FortnoxReply.Throttled(null));

    Later later = (Later) read();

    assertThat(later.problem().retryAfter()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a403SetsTheConsentStateAndTheConnectionLives() {
    world
        .fortnox
        .on(GET, PATH, FakeFortnox.refused(Kind.LICENCE_MISSING, "Saknar licens"))
        .on(GET, PATH, FakeFortnox.refused(Kind.SCOPE_MISSING, "Har inte behörighet för scope"))
        .on(GET, PATH, FakeFortnox.refused(Kind.PERMISSION_MISSING, "Saknar behörighet"))
        .on(GET, PATH, OK);

    assertThat(read()).isInstanceOf(Refused.class);
    assertThat(world.connection().consent()).isEqualTo(Consent.LICENCE_MISSING);
    read();
    assertThat(world.connection().consent()).isEqualTo(Consent.SCOPE_MISSING);
    read();
    assertThat(world.connection().consent()).isEqualTo(Consent.PERMISSION_MISSING);
    assertThat(world.connection().consentDetail())
        .isEqualTo(new Connection.ConsentDetail("customer", "Saknar behörighet"));

    assertThat(read()).isInstanceOf(Answered.class);
    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
    assertThat(world.connection().consentDetail()).isNull();
  }

  @Test
  void successForAnotherScopeRestoresNothing() {
    world
        .fortnox
        .on(GET, PATH, FakeFortnox.refused(Kind.LICENCE_MISSING, "Saknar licens"))
        .on(GET, PATH, OK);
    read();

    gateway.read(world.connection(), "supplier", FortnoxCall.get(PATH), world.minute());

    assertThat(world.connection().consent()).isEqualTo(Consent.LICENCE_MISSING);
  }

  @Test
  void aLicenceThatTheTokenEndpointMissedIsRestoredByAnySuccess() {
    world.timing.advance(Duration.ofMinutes(56));
    world.grants.answersNext(new GrantReply.LicenceMissing("error_missing_license"));
    world.fortnox.on(GET, PATH, OK);
    read();
    assertThat(world.connection().consent()).isEqualTo(Consent.LICENCE_MISSING);

    assertThat(read()).isInstanceOf(Answered.class);

    assertThat(world.connection().consent()).isEqualTo(Consent.ACTIVE);
  }

  @Test
  void otherRefusalsLeaveTheConsentAlone() {
    world
        .fortnox
        .on(GET, PATH, FakeFortnox.notFound())
        .on(GET, PATH, FakeFortnox.refused(Kind.INVALID, "Fel"));
    Connection before = world.connection();

    read();
    read();

    assertThat(world.connection()).isEqualTo(before);
  }

  @Test
  void aShortWaitForTheBudgetIsWaited() {
    world.fortnox.on(GET, PATH, OK);
    world.budget.pushBack(
        world.connection().budgetKey(), Duration.ofSeconds(3), world.timing.now());
    Instant before = world.timing.now();

    assertThat(read()).isInstanceOf(Answered.class);

    assertThat(Duration.between(before, world.timing.now())).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aWaitBeyondTheDeadlineIsLaterWithoutACall() {
    world.budget.pushBack(
        world.connection().budgetKey(), Duration.ofSeconds(8), world.timing.now());

    Later later =
        (Later) read(world.connection(), Deadline.in(Duration.ofSeconds(10), world.timing));

    assertThat(later.problem().type()).isEqualTo(ProblemType.RATE_LIMITED);
    assertThat(later.problem().retryAfter()).isEqualTo(Duration.ofSeconds(8));
    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(world.timing.pauses()).isEmpty();
  }

  @Test
  void withoutTheBudgetNothingIsSent() {
    gateway =
        new FortnoxGateway(
            world.vault(),
            new Broken(),
            world.fortnox,
            new ConsentKeeper(world.connections),
            world.meter,
            world.timing);

    assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class);

    assertThat(world.fortnox.sent()).isEmpty();
  }

  private static final class Broken implements Budget {
    @Override
    public Answer take(BudgetKey key, Use use, Instant now, Duration patience) {
      throw new IllegalStateException("the table can't be reached");
    }

    @Override
    public void pushBack(BudgetKey key, Duration pause, Instant now) {
      throw new IllegalStateException("the table can't be reached");
    }
  }

  @Test
  void readsThatNeverEndDoNotKeepAWriteFromBeingSent() {
    world.fortnox.on(GET, PATH, OK);
    // Nothing earned at rest: the readers come at the pace.
    world.budget.pushBack(world.connection().budgetKey(), Duration.ZERO, FakeTiming.START);
    gateway =
        new FortnoxGateway(
            world.vault(),
            new AmongReaders(world.budget),
            world.fortnox,
            new ConsentKeeper(world.connections),
            world.meter,
            world.timing);

    CallOutcome outcome =
        gateway.call(
            world.connection(),
            "customer",
            FortnoxCall.get(PATH),
            Use.WRITER,
            world.minute(),
            () -> true);

    assertThat(outcome).isInstanceOf(Answered.class);
    assertThat(Duration.between(FakeTiming.START, world.timing.now()))
        .isBetween(RateBudget.WRITER_YIELDS, RateBudget.WRITER_YIELDS.plusSeconds(2));
  }

  /** Readers have reserved the next half second whenever somebody else asks. */
  private record AmongReaders(Budget shared) implements Budget {
    private static final Duration AHEAD = Duration.ofMillis(500);

    @Override
    public Answer take(BudgetKey key, Use use, Instant now, Duration patience) {
      Answer readers = shared.take(key, Use.INTERACTIVE, now, AHEAD);
      while (readers instanceof Answer.Slot) {
        readers = shared.take(key, Use.INTERACTIVE, now, AHEAD);
      }
      return shared.take(key, use, now, patience);
    }

    @Override
    public void pushBack(BudgetKey key, Duration pause, Instant now) {
      shared.pushBack(key, pause, now);
    }
  }

  @Test
  void eachRequestTakesAPlaceARetriedOneTwo() {
    world.fortnox.on(GET, PATH, new FortnoxReply.Unauthorized()).on(GET, PATH, OK);
    read();

    for (int i = 0; i < 40; i++) {
      read();
    }

    assertThat(Duration.between(FakeTiming.START, world.timing.now()))
        .isGreaterThanOrEqualTo(Duration.ofMillis((42 - 24) * 215L));
  }

  @Test
  void anUnusableConnectionCausesNoCall() {
    world.connections.setConsent("connectionone", Consent.RECONNECT_REQUIRED, null);

    Disconnected outcome = (Disconnected) read();

    assertThat(outcome.problem().type()).isEqualTo(ProblemType.RECONNECT_REQUIRED);
    assertThat(world.fortnox.sent()).isEmpty();
    assertThat(world.grants.log()).isEmpty();
  }

  @Test
  void whatMayHaveHappenedIsUnknownAndWhatCanNotHaveIsLater() {
    world
        .fortnox
        .on(GET, PATH, FakeFortnox.trouble())
        .on(GET, PATH, FakeFortnox.silence())
        .on(GET, PATH, new FortnoxReply.NoReply(false, "connection refused"));

    Unknown answered = (Unknown) read();
    assertThat(answered.stillRunning()).isFalse();
    assertThat(answered.problem().type().status()).isEqualTo(502);
    Unknown silent = (Unknown) read();
    assertThat(silent.stillRunning()).isTrue();
    assertThat(silent.problem().type().status()).isEqualTo(504);
    Later later = (Later) read();
    assertThat(later.problem().type().status()).isEqualTo(503);
  }

  @Test
  void aCallEndsInTimeToWriteDownWhatCameOfIt() {
    world.fortnox.on(GET, PATH, OK);
    read();
    read(world.connection(), Deadline.in(Duration.ofSeconds(7), world.timing));

    var timeouts = world.fortnox.sent().stream().map(FakeFortnox.Sent::timeout).toList();
    assertThat(timeouts.getFirst()).isEqualTo(Duration.ofSeconds(10));
    assertThat(timeouts.getLast()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void nothingIsSentOnceSomebodyElseHasTakenOver() {
    CallOutcome outcome =
        gateway.call(
            world.connection(),
            "customer",
            FortnoxCall.delete(PATH),
            Budget.Use.WRITER,
            world.minute(),
            () -> false);

    assertThat(outcome).isInstanceOf(Later.class);
    assertThat(world.fortnox.sent()).isEmpty();
  }
}
