package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import io.fortnoxconnector.fortnox.Secret;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The body of {@code POST /tenants/register-system}: {@code {targetSystem, clientId, clientSecret,
 * customValues: [{key, value}]}} as Maesn has it. Custom values: {@code accountType} ({@code
 * service}, the default, or {@code user}) and {@code scopes} (separated by blanks; the default is
 * all that the connector's resources need).
 */
record SystemRegistration(
    AppCredentials app, AccountType accountType, NavigableSet<String> scopes) {

  private static final int MOST = 200;
  private static final int MOST_SCOPES = 1000;

  static SystemRegistration of(HttpRequest request) {
    Body body =
        Body.with(request, Set.of("targetSystem", "clientId", "clientSecret", "customValues"));
    if (!body.required("targetSystem", MOST).equals(SystemsEndpoint.FORTNOX)) {
      throw new Rejected(FIELD_INVALID.about("/targetSystem", "The target system is fortnox."));
    }
    String clientId = body.required("clientId", MOST);
    // It becomes part of a secret's name, whose characters are these (AWS Secrets Manager API
    // reference, CreateSecret).
    if (!clientId.matches("[A-Za-z0-9_+=.@-]+")) {
      throw new Rejected(
          FIELD_INVALID.about("/clientId", "A client id has letters, digits and _+=.@- only."));
    }
    var app = new AppCredentials(clientId, new Secret(body.required("clientSecret", MOST)));
    AccountType accountType = AccountType.SERVICE;
    NavigableSet<String> scopes = neededScopes();
    int index = 0;
    for (JsonNode value : body.list("customValues", 10)) {
      String pointer = "/customValues/" + index++;
      String text = value.path("value").asText();
      switch (value.path("key").asText()) {
        case "accountType" -> accountType = accountType(text, pointer);
        case "scopes" -> scopes = scopes(text, pointer);
        default ->
            throw new Rejected(
                FIELD_INVALID.about(pointer + "/key", "The keys are accountType and scopes."));
      }
    }
    return new SystemRegistration(app, accountType, scopes);
  }

  private static NavigableSet<String> neededScopes() {
    NavigableSet<String> scopes = new TreeSet<>(Set.of("companyinformation"));
    Resources.ALL.stream().map(Resource::scopes).forEach(scopes::addAll);
    return scopes;
  }

  private static AccountType accountType(String text, String pointer) {
    return switch (text) {
      case "service" -> AccountType.SERVICE;
      case "user" -> AccountType.USER;
      default ->
          throw new Rejected(
              FIELD_INVALID.about(pointer + "/value", "accountType is service or user."));
    };
  }

  private static NavigableSet<String> scopes(String text, String pointer) {
    if (text.length() > MOST_SCOPES || !text.matches("[a-z]+( [a-z]+)*")) {
      throw new Rejected(
          FIELD_INVALID.about(
              pointer + "/value", "scopes are Fortnox's lower-case words, separated by blanks."));
    }
    return new TreeSet<>(Arrays.asList(text.split(" ")));
  }
}
