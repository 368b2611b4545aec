package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.TestClient.Reply;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import io.fortnoxconnector.sandbox.register.Catalogue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sandbox, asked what the real Fortnox was asked, answers in the same way. */
class RecordedTrafficTest {

  private static final String COMPANY = "123456";

  private static final Map<String, String> KEYS =
      Map.of(
          "projects", "ProjectNumber",
          "articles", "ArticleNumber",
          "invoices", "DocumentNumber");

  /** Searches in fields that the rows of the list don't have. */
  private static final Map<String, String> SEARCHED =
      Map.of("ourreference", "OurReference", "yourreference", "YourReference");

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
    var day = recording.answer().path("Invoice").path("InvoiceDate").asText();
    if (recording.method().equals("POST") && !day.isEmpty()) {
      sandbox.clock().set(Instant.parse(day + "T12:00:00Z"));
    }
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
      rows.forEach(row -> company.seed(register, searched(row, recording)));
      var total = recording.answer().path("MetaInformation").path("@TotalResources").asInt();
      for (int more = rows.size() + 1; more <= total; more++) {
        company.seed(register, numbered(rows.getFirst(), register, more));
      }
    } else if (recording.status() == 200) {
      recording.answer().forEach(record -> company.seed(register, withoutUrl(record)));
    } else if (recording.status() == 201) {
      for (var record : recording.answer()) {
        var key = KEYS.getOrDefault(register, "Code");
        for (int before = 1; before < record.path(key).asInt(); before++) {
          company.seed(register, numbered(withoutUrl(record), register, before));
        }
        seedReferences(company, record);
      }
    }
  }

  private static ObjectNode numbered(ObjectNode record, String register, int number) {
    return record.deepCopy().put(KEYS.getOrDefault(register, "Code"), "" + number);
  }

  private static ObjectNode searched(ObjectNode row, Recording recording) {
    var all = row.deepCopy();
    if (recording.register().equals("articles")) {
      all.put("VAT", 0); // the single ones have 0 where the list has null
    }
    for (var pair : String.valueOf(recording.uri().getQuery()).split("&", -1)) {
      var field = SEARCHED.get(pair.split("=", 2)[0]);
      if (field != null) {
        all.put(field, pair.split("=", 2)[1]);
      }
    }
    return all;
  }

  /** The account of an article, the customer and the articles that an invoice shows. */
  private static void seedReferences(Company company, JsonNode record) {
    if (record.has("SalesAccount")) {
      company.seed(
          "accounts",
          FortnoxJson.object()
              .put("Number", record.path("SalesAccount").asInt())
              .put("Description", "Recorded"));
    }
    if (record.has("CustomerNumber")) {
      company.seed(
          "customers",
          FortnoxJson.object()
              .put("CustomerNumber", record.path("CustomerNumber").asText())
              .put("Name", record.path("CustomerName").asText())
              .put("City", record.path("City").asText())
              .put("ZipCode", record.path("ZipCode").asText()));
    }
    for (var row : record.path("InvoiceRows")) {
      company.seed(
          "articles",
          FortnoxJson.object()
              .put("ArticleNumber", row.path("ArticleNumber").asText())
              .put("Description", row.path("Description").asText())
              .put("VAT", row.path("VAT").asInt()));
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
    return differs(comparable(got.json(), wanted), comparable(wanted.answer().deepCopy(), wanted));
  }

  private static Optional<String> differs(Object got, Object wanted) {
    return got.equals(wanted) ? Optional.empty() : Optional.of(got + " and not " + wanted);
  }

  private static ObjectNode withoutUrl(JsonNode record) {
    ObjectNode copy = record.deepCopy();
    copy.remove("@url");
    return copy;
  }

  /**
   * Without what the recordings themselves differ in, for one and the same question: fields that
   * Fortnox has added since 2023, the numbers that it gives to rows, how it writes what isn't set
   * in lists of articles, and the company's own default for the sales account.
   */
  private static JsonNode comparable(JsonNode answer, Recording recording) {
    if (answer.path("Article") instanceof ObjectNode article) {
      article.remove(List.of("CommodityCode", "StockWarning"));
      if (!recording.body().contains("SalesAccount")) {
        article.remove(List.of("SalesAccount", "VAT"));
      }
    }
    for (var row : answer.path("Articles")) {
      for (var field : List.of("Unit", "StockPlace")) {
        if (row.path(field).asText().isEmpty()) {
          ((ObjectNode) row).putNull(field);
        }
      }
    }
    if (answer.path("Invoice") instanceof ObjectNode invoice) {
      invoice.put("ContractReference", invoice.path("ContractReference").asText());
      for (var row : invoice.path("InvoiceRows")) {
        ((ObjectNode) row).remove(List.of("RowId", "VATCode"));
      }
    }
    return pathsOnly(answer);
  }

  /** Every {@code @url} shortened to its path: the hosts differ by nature. */
  private static JsonNode pathsOnly(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var address : List.of("@url", "@urlTaxReductionList")) {
        if (object.has(address)) {
          object.put(address, object.path(address).asText().replaceFirst("https?://[^/]+", ""));
        }
      }
    }
    node.forEach(RecordedTrafficTest::pathsOnly);
    return node;
  }
}
