package io.fortnoxconnector.connector.calls;

import static io.fortnoxconnector.connector.problems.ProblemType.FORTNOX_TIMEOUT;
import static io.fortnoxconnector.connector.problems.ProblemType.FORTNOX_UNAVAILABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.FORTNOX_UNREACHABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.INTEGRATION_REFUSED;
import static io.fortnoxconnector.connector.problems.ProblemType.RATE_LIMITED;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.Budget.Answer;
import io.fortnoxconnector.connector.budget.Budget.Use;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tokens.TokenReply;
import io.fortnoxconnector.connector.tokens.TokenReply.Ready;
import io.fortnoxconnector.connector.tokens.TokenVault;
import io.fortnoxconnector.fortnox.FortnoxApi;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.fortnox.RateBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * The one way to call Fortnox for a connection: token, budget, call; a 401 renews the token once, a
 * 429 pushes the company's budget back.
 */
public final class FortnoxGateway {

  /** The slowest answer on record took half a second; after ten, something is wrong. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  /** What must be left after a call to write down what came of it. */
  static final Duration RECORDING_TIME = Duration.ofSeconds(2);

  /** With less time than this left, a call isn't begun. */
  private static final Duration LEAST_CALL = RECORDING_TIME.plusSeconds(1);

  private static final Duration SOON = Duration.ofSeconds(1);

  /** Without a Retry-After: one whole window of Fortnox's limit. */
  private static final Duration FULL_WINDOW = Duration.ofSeconds(5);

  private final TokenVault vault;
  private final Budget budget;
  private final FortnoxApi fortnox;
  private final ConsentKeeper consents;
  private final Meter meter;
  private final Timing timing;

  public FortnoxGateway(
      TokenVault vault,
      Budget budget,
      FortnoxApi fortnox,
      ConsentKeeper consents,
      Meter meter,
      Timing timing) {
    this.vault = vault;
    this.budget = budget;
    this.fortnox = fortnox;
    this.consents = consents;
    this.meter = meter;
    this.timing = timing;
  }

  /** Reads. */
  public CallOutcome read(
      Connection connection, String scope, FortnoxCall call, Deadline deadline) {
    return call(connection, scope, call, Use.INTERACTIVE, deadline, () -> true);
  }

  /** A call of the writer's that can be made again: nothing has to be noted before it leaves. */
  public CallOutcome repeatable(
      Connection connection, String scope, FortnoxCall call, Deadline deadline) {
    return call(connection, scope, call, Use.WRITER, deadline, () -> true);
  }

  /** Looks around, of what the company's budget has left over. */
  public CallOutcome look(
      Connection connection, String scope, FortnoxCall call, Deadline deadline) {
    return call(connection, scope, call, Use.LOOKER, deadline, () -> true);
  }

  /**
   * Calls Fortnox, waiting for the budget as long as the deadline allows.
   *
   * @param beforeSending runs when nothing but the request itself is left to do; false stops it
   */
  public CallOutcome call(
      Connection connection,
      String scope,
      FortnoxCall call,
      Use use,
      Deadline deadline,
      BooleanSupplier beforeSending) {
    TokenReply token = vault.access(connection, deadline);
    for (boolean retried = false; ; retried = true) {
      Ready ready;
      switch (token) {
        case Ready r -> ready = r;
        case TokenReply.Later(var problem) -> {
          return new CallOutcome.Later(problem);
        }
        case TokenReply.Lost(var problem) -> {
          return new CallOutcome.Disconnected(problem);
        }
      }
      Answer.Slot slot;
      switch (waitForBudget(connection, use, deadline)) {
        case Answer.Slot taken -> slot = taken;
        case Answer.Wait(_, var time) -> {
          return new CallOutcome.Later(rateLimited(time));
        }
      }
      if (!retried && !beforeSending.getAsBoolean()) {
        return new CallOutcome.Later(
            FORTNOX_UNAVAILABLE
                .about("Another process has taken over.")
                .after(Duration.ofSeconds(1)));
      }
      FortnoxReply reply = send(call, ready, deadline);
      if (reply instanceof FortnoxReply.Unauthorized && !retried) {
        token = vault.accessAfterRefusal(connection, ready, deadline);
      } else {
        return outcome(connection, scope, reply, use, slot.left());
      }
    }
  }

  private FortnoxReply send(FortnoxCall call, Ready ready, Deadline deadline) {
    Instant sent = timing.now();
    FortnoxReply reply = fortnox.send(call, ready.accessToken(), timeout(deadline));
    meter.count(Metric.FORTNOX_CALLS);
    meter.time(Metric.FORTNOX_MILLIS, sent, timing.now());
    switch (reply) {
      case FortnoxReply.Answered _, FortnoxReply.Unauthorized _ -> {}
      case FortnoxReply.Refused _ -> meter.count(Metric.FORTNOX_REFUSED);
      case FortnoxReply.Throttled _ -> meter.count(Metric.FORTNOX_THROTTLED);
      case FortnoxReply.Unavailable _, FortnoxReply.NoReply _ ->
          meter.count(Metric.FORTNOX_UNAVAILABLE);
    }
    return reply;
  }

  private CallOutcome outcome(
      Connection connection, String scope, FortnoxReply reply, Use use, int left) {
    return switch (reply) {
      case FortnoxReply.Answered(_, var body, _) -> {
        consents.worked(connection, scope);
        yield new CallOutcome.Answered(body, left);
      }
      case FortnoxReply.Refused(var error) -> {
        if (use != Use.LOOKER) {
          // What nobody asked for is missed by nobody.
          consents.refused(connection, scope, error);
        }
        yield new CallOutcome.Refused(error);
      }
      case FortnoxReply.Unauthorized() ->
          new CallOutcome.Disconnected(
              INTEGRATION_REFUSED.about("Fortnox refuses even a new access token."));
      case FortnoxReply.Throttled(var retryAfter) -> {
        Duration pause = retryAfter == null ? FULL_WINDOW : retryAfter;
        budget.pushBack(connection.budgetKey(), pause, timing.now());
        yield new CallOutcome.Later(rateLimited(pause));
      }
      case FortnoxReply.Unavailable(var status, var reason) ->
          new CallOutcome.Unknown(
              FORTNOX_UNAVAILABLE
                  .about("Fortnox answered " + status + ": " + reason)
                  .after(Duration.ofSeconds(5)),
              false);
      case FortnoxReply.NoReply(var mayHaveArrived, var reason) ->
          mayHaveArrived
              ? new CallOutcome.Unknown(
                  FORTNOX_TIMEOUT
                      .about("Fortnox took the request and didn't answer: " + reason)
                      .after(Duration.ofSeconds(5)),
                  true)
              : new CallOutcome.Later(
                  FORTNOX_UNREACHABLE
                      .about("Fortnox can't be reached: " + reason)
                      .after(Duration.ofSeconds(5)));
    };
  }

  /**
   * A slot whose time has come; or how long it would still take, where that is more than the
   * deadline allows.
   */
  private Answer waitForBudget(Connection connection, Use asked, Deadline deadline) {
    Instant begun = timing.now();
    Instant yieldsUntil = begun.plus(RateBudget.WRITER_YIELDS);
    while (true) {
      Duration patience = deadline.left(timing).minus(LEAST_CALL);
      if (patience.isNegative()) {
        return new Answer.Wait(SOON, SOON);
      }
      boolean overdue = asked == Use.WRITER && !timing.now().isBefore(yieldsUntil);
      Use use = overdue ? Use.OVERDUE_WRITER : asked;
      Answer answer = budget.take(connection.budgetKey(), use, timing.now(), patience);
      switch (answer) {
        case Answer.Slot(var at, _) -> {
          pauseUntil(at);
          if (asked != Use.LOOKER) {
            meter.time(Metric.BUDGET_WAIT_MILLIS, begun, timing.now());
          }
          return answer;
        }
        case Answer.Wait(var askAgain, var time) -> {
          if (time.compareTo(patience) > 0) {
            return answer;
          }
          timing.pause(askAgain);
        }
      }
    }
  }

  private void pauseUntil(Instant at) {
    Duration time = Duration.between(timing.now(), at);
    if (time.isPositive()) {
      timing.pause(time);
    }
  }

  private Duration timeout(Deadline deadline) {
    Duration left = deadline.left(timing).minus(RECORDING_TIME);
    Duration atLeast = left.isNegative() ? Duration.ofMillis(500) : left;
    return atLeast.compareTo(CALL_TIMEOUT) < 0 ? atLeast : CALL_TIMEOUT;
  }

  private static Problem rateLimited(Duration wait) {
    return RATE_LIMITED
        .about(
            "The company's 25 requests in 5 seconds are used up; there is room in "
                + wait.toMillis()
                + " ms.")
        .after(wait);
  }
}
