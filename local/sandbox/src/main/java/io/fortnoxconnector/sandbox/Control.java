package io.fortnoxconnector.sandbox;

import static io.fortnoxconnector.sandbox.Orders.body;
import static io.fortnoxconnector.sandbox.Orders.done;
import static io.fortnoxconnector.sandbox.Orders.problem;
import static io.fortnoxconnector.sandbox.Orders.text;
import static io.fortnoxconnector.sandbox.Orders.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import io.fortnoxconnector.sandbox.oauth.App;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** {@code /control/…}: the Java interface over HTTP, for tests that aren't in this process. */
final class Control {

  private final Sandbox sandbox;
  private final FaultControl faults;
  private final CompanyControl companies;

  Control(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.faults = new FaultControl(sandbox.faults());
    this.companies = new CompanyControl(sandbox);
  }

  Answer answer(Call call) {
    try {
      var segments = call.segments();
      var rest = segments.subList(Math.min(2, segments.size()), segments.size());
      return switch (segments.size() < 2 ? "" : segments.get(1)) {
        case "ledger" -> ledger(call);
        case "faults" -> faults.answer(call);
        case "clock" -> clock(call);
        case "limit" -> limit(body(call));
        case "apps" -> app(body(call));
        case "companies" -> companies.answer(call, rest);
        case "tokens" -> tokens(body(call));
        case "callback" -> Answer.json(200, FortnoxJson.valueOf(call.parameters()));
        case "reset" -> reset(call);
        default -> problem(404, "There is no such control.");
      };
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return problem(400, String.valueOf(wrong.getMessage()));
    }
  }

  private Answer ledger(Call call) {
    if (call.method().equals("DELETE")) {
      sandbox.ledger().clear();
      return done();
    }
    var entries = FortnoxJson.object();
    entries.put("count", sandbox.ledger().count());
    var list = entries.putArray("entries");
    for (var entry : sandbox.ledger().entries()) {
      list.addObject()
          .put("number", entry.number())
          .put("at", entry.at().toString())
          .put("clientId", entry.clientId())
          .put("company", entry.company())
          .put("method", entry.method())
          .put("path", entry.path())
          .put("query", entry.query())
          .put("body", entry.body())
          .put("answered", entry.answered())
          .set("refreshTokens", FortnoxJson.valueOf(entry.refreshTokens()));
    }
    return Answer.json(200, entries);
  }

  private Answer clock(Call call) {
    if (call.method().equals("POST")) {
      var wanted = body(call);
      if (wanted.has("now")) {
        sandbox.clock().set(Instant.parse(text(wanted, "now")));
      }
      sandbox.clock().advance(Duration.ofSeconds(wanted.path("advanceSeconds").asLong(0)));
    }
    return Answer.json(200, FortnoxJson.object().put("now", sandbox.clock().instant().toString()));
  }

  private Answer limit(JsonNode wanted) {
    var kind = text(wanted, "kind").toUpperCase(Locale.ROOT).replace('-', '_');
    sandbox.limit(RateLimit.Kind.valueOf(kind), wanted.path("retryAfter").asBoolean());
    return done();
  }

  private Answer app(JsonNode app) {
    sandbox.registerApp(
        new App(
            text(app, "clientId"),
            text(app, "clientSecret"),
            texts(app.path("redirectUris")).stream().map(URI::create).toList(),
            texts(app.path("scopes")),
            app.path("allowsServiceAccount").asBoolean()));
    return done();
  }

  private Answer tokens(JsonNode wanted) {
    var tokens =
        sandbox.connect(
            text(wanted, "clientId"),
            text(wanted, "company"),
            texts(wanted.path("scopes")),
            wanted.path("service").asBoolean());
    return Answer.json(
        200,
        FortnoxJson.object()
            .put("access_token", tokens.accessToken())
            .put("refresh_token", tokens.refreshToken()));
  }

  private Answer reset(Call call) {
    if (!call.method().equals("POST")) {
      return Answer.empty(405);
    }
    sandbox.reset();
    return done();
  }
}
