package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.TestClient.Reply;
import io.fortnoxconnector.sandbox.register.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sandbox, asked what the real Fortnox was asked, answers in the same way. */
class RecordedTrafficTest {

  private static final String COMPANY = "123456";

  @Test
  void recordedQuestionsGetTheRecordedKindOfAnswer() throws IOException {
    var facts = Facts.folder();
    assumeTrue(facts.isPresent(), "Skipped: no recorded Fortnox traffic beside the repository.");
    var recordings = Recording.all(facts.orElseThrow().resolve("recorded"));
    var differing = new ArrayList<String>();
    var missing = new LinkedHashMap<String, Integer>();
    var matching = 0;
    for (var recording : recordings) {
      if (!recording.isToken() && Catalogue.find(recording.register()).isEmpty()) {
        missing.merge(recording.register(), 1, Integer::sum);
        continue;
      }
      var difference = replay(recording);
      if (difference.isEmpty()) {
        matching++;
      } else {
        differing.add(recording.name() + ": " + difference.get());
      }
    }
    System.out.printf("%d of %d recorded interactions match%n", matching, recordings.size());
    missing.forEach(
        (register, count) ->
            System.out.printf(
                "  %d not replayed: resource %s not in the sandbox%n", count, register));
    assertThat(differing).isEmpty();
    assertThat(matching).isPositive();
  }

  private static Optional<String> replay(Recording recording) {
    try (var sandbox = TestClient.sandbox(Sandbox.options())) {
      return difference(
          recording, recording.isToken() ? token(sandbox, recording) : api(sandbox, recording));
    }
  }

  private static Reply token(Sandbox sandbox, Recording recording) {
    var tokens = sandbox.connect("client", COMPANY, TestClient.SCOPES, false);
    var refreshToken = recording.status() == 200 ? tokens.refreshToken() : "used long ago";
    return TestClient.form(
        sandbox,
        "/oauth-v1/token",
        recording.status() == 401 ? "client:wrong" : "client:secret",
        Map.of("grant_type", "refresh_token", "refresh_token", String.valueOf(refreshToken)));
  }

  private static Reply api(Sandbox sandbox, Recording recording) {
    seed(sandbox.company(COMPANY), recording);
    var client = TestClient.connected(sandbox, COMPANY);
    if (recording.status() == 401) {
      sandbox.company(COMPANY).expireAccessTokens();
    }
    var query = recording.uri().getRawQuery();
    return client.api(
        recording.method(),
        recording.uri().getRawPath().substring("/3".length()) + (query == null ? "" : "?" + query),
        recording.body());
  }

  /** The recording itself says what must have been there. */
  private static void seed(Company company, Recording recording) {
    var register = recording.register();
    if (recording.isList()) {
      company.empty(register);
      var rows = rows(recording);
      rows.forEach(row -> company.seed(register, row));
      var total = recording.answer().path("MetaInformation").path("@TotalResources").asInt();
      for (int more = rows.size() + 1; more <= total; more++) {
        company.seed(register, rows.getFirst().deepCopy().put("ProjectNumber", "" + more));
      }
    } else if (recording.status() == 200) {
      recording.answer().forEach(record -> company.seed(register, withoutUrl(record)));
    } else if (recording.status() == 201) {
      for (var record : recording.answer()) {
        for (int before = 1; before < record.path("ProjectNumber").asInt(); before++) {
          company.seed(register, withoutUrl(record).put("ProjectNumber", "" + before));
        }
      }
    }
  }

  private static List<ObjectNode> rows(Recording recording) {
    var rows = new ArrayList<ObjectNode>();
    for (var part : recording.answer()) {
      if (part.isArray()) {
        part.forEach(row -> rows.add(withoutUrl(row)));
      }
    }
    return rows;
  }

  private static Optional<String> difference(Recording wanted, Reply got) {
    if (got.status() != wanted.status()) {
      return Optional.of("status " + got.status() + " and not " + wanted.status() + got.body());
    }
    if (!got.headers().getOrDefault("content-type", "").equals(wanted.contentType())) {
      return Optional.of("content type " + got.headers().get("content-type"));
    }
    if (!got.location().equals(wanted.location())) {
      return Optional.of("location " + got.location() + " and not " + wanted.location());
    }
    if (wanted.isToken()) {
      // Tokens are replaced in the recording, and scopes are whatever was asked for.
      return differs(Shape.of(got.json()), Shape.of(wanted.answer()));
    }
    return differs(pathsOnly(got.json()), pathsOnly(wanted.answer()));
  }

  private static Optional<String> differs(Object got, Object wanted) {
    return got.equals(wanted) ? Optional.empty() : Optional.of(got + " and not " + wanted);
  }

  private static ObjectNode withoutUrl(JsonNode record) {
    ObjectNode copy = record.deepCopy();
    copy.remove("@url");
    return copy;
  }

  /** Every {@code @url} shortened to its path: the hosts differ by nature. */
  private static JsonNode pathsOnly(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("@url")) {
      object.put("@url", object.path("@url").asText().replaceFirst("https?://[^/]+", ""));
    }
    node.forEach(RecordedTrafficTest::pathsOnly);
    return node;
  }
}
