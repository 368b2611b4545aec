package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.faults.Faults;
import io.fortnoxconnector.sandbox.faults.Trouble;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.ledger.Entry;
import io.fortnoxconnector.sandbox.ledger.Ledger;
import io.fortnoxconnector.sandbox.oauth.AuthorizeEndpoint;
import io.fortnoxconnector.sandbox.oauth.Grants;
import io.fortnoxconnector.sandbox.oauth.TokenEndpoint;
import java.time.Clock;
import java.time.Duration;

/** Takes every request: faults strike, the right door answers, the ledger notes it. */
final class Front {

  private final Grants grants;
  private final AuthorizeEndpoint authorize;
  private final TokenEndpoint tokens;
  private final Api api;
  private final Faults faults;
  private final Ledger ledger;
  private final Clock clock;

  Front(
      Grants grants,
      AuthorizeEndpoint authorize,
      TokenEndpoint tokens,
      Api api,
      Faults faults,
      Ledger ledger,
      Clock clock) {
    this.grants = grants;
    this.authorize = authorize;
    this.tokens = tokens;
    this.api = api;
    this.faults = faults;
    this.ledger = ledger;
    this.clock = clock;
  }

  Answer answer(Call call) {
    var at = clock.instant();
    var start = System.nanoTime();
    var caller = Caller.of(call, grants);
    var answer = throughFaults(call, caller);
    ledger.add(
        number ->
            new Entry(
                number,
                at,
                caller.clientId(),
                caller.company(),
                call.method(),
                call.path(),
                call.query(),
                caller.body(),
                answer.isCut() ? "cut" : String.valueOf(answer.status()),
                caller.refreshTokens()));
    return answer.isCut()
        ? answer
        : FortnoxHeaders.on(
            answer, !call.path().startsWith("/oauth-v1/"), System.nanoTime() - start);
  }

  private Answer throughFaults(Call call, Caller caller) {
    Trouble afterwards = new Trouble.Delay(Duration.ZERO);
    for (var trouble : faults.strike(call.method(), call.path(), caller.company())) {
      switch (trouble) {
        case Trouble.Delay(var time) -> pause(time);
        case Trouble.RequestLost() -> {
          return Answer.CUT;
        }
        case Trouble.Refusal(int status) -> {
          return gateway(status);
        }
        case Trouble.ReplyLost lost -> afterwards = lost;
        case Trouble.FailureAfterwards failure -> afterwards = failure;
      }
    }
    var answer = open(call, caller);
    return switch (afterwards) {
      case Trouble.ReplyLost() -> Answer.CUT;
      case Trouble.FailureAfterwards(int status) -> gateway(status);
      default -> answer;
    };
  }

  private Answer open(Call call, Caller caller) {
    if (call.path().startsWith("/3/") || call.path().startsWith("/api/")) {
      return api.answer(call, caller.token());
    }
    return switch (call.path()) {
      case "/oauth-v1/auth" -> authorize.answer(call);
      case "/oauth-v1/token" -> tokens.token(call);
      case "/oauth-v1/revoke" -> tokens.revoke(call);
      default -> Answer.of(404, "text/html", "<html><title>404 Not Found</title></html>");
    };
  }

  private Answer gateway(int status) {
    return switch (status) {
      case 401 -> Api.unauthorized();
      case 429 -> api.tooMany(Duration.ofSeconds(1));
      default ->
          Answer.of(status, "text/html", "<html><head><title>" + status + "</title></head></html>");
    };
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
