package io.fortnoxconnector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.faults.Trouble;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import io.fortnoxconnector.sandbox.oauth.App;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code /control/…}: the Java interface over HTTP, for tests that aren't in this process. */
final class Control {

  private final Sandbox sandbox;

  Control(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  Answer answer(Call call) {
    try {
      var segments = call.segments();
      var rest = segments.subList(Math.min(2, segments.size()), segments.size());
      return switch (segments.size() < 2 ? "" : segments.get(1)) {
        case "ledger" -> ledger(call);
        case "faults" -> faults(call);
        case "clock" -> clock(call);
        case "limit" -> limit(body(call));
        case "apps" -> app(body(call));
        case "companies" -> company(call, rest);
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

  private Answer faults(Call call) {
    switch (call.method()) {
      case "DELETE" -> sandbox.faults().clear();
      case "POST" -> arm(body(call));
      default -> {
        var armed = FortnoxJson.object();
        var list = armed.putArray("faults");
        for (var fault : sandbox.faults().armed()) {
          list.addObject()
              .put("method", fault.method())
              .put("path", fault.pathPrefix())
              .put("left", fault.left())
              .put("trouble", fault.trouble().toString());
        }
        return Answer.json(200, armed);
      }
    }
    return done();
  }

  private void arm(JsonNode fault) {
    var arming =
        sandbox
            .faults()
            .on(fault.path("method").asText("*"), fault.path("path").asText("/"))
            .times(fault.path("times").asInt(1));
    var status = fault.path("status").asInt(503);
    arming.causes(
        switch (text(fault, "kind")) {
          case "delay" -> new Trouble.Delay(Duration.ofMillis(fault.path("millis").asLong(1000)));
          case "request-lost" -> new Trouble.RequestLost();
          case "reply-lost" -> new Trouble.ReplyLost();
          case "refusal" -> new Trouble.Refusal(status);
          case "failure-afterwards" -> new Trouble.FailureAfterwards(status);
          case "too-many-requests" -> new Trouble.Refusal(429);
          default -> throw new IllegalArgumentException("Unknown kind of fault.");
        });
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

  private Answer company(Call call, List<String> rest) {
    if (rest.isEmpty()) {
      var company = body(call);
      sandbox.addCompany(
          text(company, "number"), text(company, "name"), text(company, "organisationNumber"));
      return done();
    }
    var company = sandbox.company(rest.getFirst());
    if (rest.size() == 1) {
      change(company, body(call));
      return done();
    }
    switch (rest.get(1)) {
      case "revoke-consent" -> company.revokeConsent(text(body(call), "clientId"));
      case "expire-access-tokens" -> company.expireAccessTokens();
      default -> {
        return records(call, company, rest.get(1));
      }
    }
    return done();
  }

  private Answer records(Call call, Company company, String register) {
    if (call.method().equals("POST")) {
      company.seed(register, body(call));
    }
    return Answer.json(200, FortnoxJson.valueOf(company.records(register)));
  }

  private static void change(Company company, JsonNode wanted) {
    for (var switched : wanted.properties()) {
      var value = switched.getValue();
      switch (switched.getKey()) {
        case "locked" -> company.locked(value.asBoolean());
        case "userIsAdministrator" -> company.userIsAdministrator(value.asBoolean());
        case "missingAppLicence" -> company.missingAppLicence(value.asBoolean());
        case "missingApiLicence" -> company.missingApiLicence(value.asBoolean());
        case "missingLicences" -> company.missingLicences(texts(value));
        case "missingPermissions" -> company.missingPermissions(texts(value));
        default -> throw new IllegalArgumentException("Unknown switch " + switched.getKey());
      }
    }
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

  private static ObjectNode body(Call call) {
    return FortnoxJson.read(call.body())
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> new IllegalArgumentException("A JSON object is wanted."));
  }

  private static String text(JsonNode node, String field) {
    var text = node.path(field).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The field " + field + " is missing.");
    }
    return text;
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new LinkedHashSet<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Answer done() {
    return Answer.json(200, FortnoxJson.object().put("done", true));
  }

  private static Answer problem(int status, String detail) {
    return Answer.json(status, FortnoxJson.object().put("problem", detail));
  }
}
