package io.fortnoxconnector.sandbox;

import static io.fortnoxconnector.sandbox.Orders.body;
import static io.fortnoxconnector.sandbox.Orders.done;
import static io.fortnoxconnector.sandbox.Orders.text;
import static io.fortnoxconnector.sandbox.Orders.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.List;

/** {@code /control/companies/…}: a company's account, its users' rights and its records. */
final class CompanyControl {

  private final Sandbox sandbox;

  CompanyControl(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What comes after {@code /control/companies}, in parts. */
  Answer answer(Call call, List<String> rest) {
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

  private static Answer records(Call call, Company company, String register) {
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
}
