package io.fortnoxconnector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One recorded request to the real Fortnox, with its answer. */
record Recording(
    String name,
    String method,
    URI uri,
    String body,
    int status,
    String contentType,
    String location,
    JsonNode answer) {

  boolean isToken() {
    return uri.getPath().startsWith("/oauth-v1/");
  }

  /** The name after {@code /3/}. */
  String register() {
    return isToken() ? "oauth-v1" : uri.getPath().split("/", -1)[2];
  }

  boolean isList() {
    return answer.has("MetaInformation");
  }

  static List<Recording> all(Path folder) throws IOException {
    var recordings = new ArrayList<Recording>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".yml")).sorted().toList()) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> cassette = yaml.load(Files.readString(file));
        for (var interaction : list(cassette.get("http_interactions"))) {
          recordings.add(of(folder.relativize(file).toString(), map(interaction)));
        }
      }
    }
    return recordings;
  }

  private static Recording of(String name, Map<?, ?> interaction) {
    var request = map(interaction.get("request"));
    var response = map(interaction.get("response"));
    return new Recording(
        name,
        text(request.get("method")).toUpperCase(Locale.ROOT),
        URI.create(text(request.get("uri"))),
        body(name, text(map(request.get("body")).get("string"))),
        Integer.parseInt(text(map(response.get("status")).get("code"))),
        header(response, "Content-Type"),
        header(response, "Location"),
        FortnoxJson.read(text(map(response.get("body")).get("string"))).orElseThrow());
  }

  /** Six bodies were lost when they were recorded; the answers tell what must have been in them. */
  private static String body(String name, String recorded) {
    if (!recorded.equals("<REFRESH_TOKEN>")) {
      return recorded;
    }
    var file = name.replaceFirst(".*/", "").replaceFirst("\\.yml$", "");
    return switch (file) {
      case "quantity_in_stock_min_value" -> article("\"QuantityInStock\":-100000000000000");
      case "quantity_in_stock_rounding_positive_value" -> article("\"QuantityInStock\":1.123");
      case "row_delivered_quantity_decimals" -> row("\"DeliveredQuantity\":1.123");
      case "row_delivered_quantity_decimals_round_up" -> row("\"DeliveredQuantity\":1.125");
      case "row_price_limit" -> row("\"Price\":1.123");
      case "row_price_limit_round_up" -> row("\"Price\":1.125");
      default -> recorded;
    };
  }

  private static String article(String field) {
    return "{\"Article\":{\"Description\":\"Test article\"," + field + "}}";
  }

  private static String row(String field) {
    return "{\"Invoice\":{\"CustomerNumber\":\"1\",\"InvoiceRows\":[{\"ArticleNumber\":\"101\","
        + field
        + "}]}}";
  }

  private static String header(Map<?, ?> response, String name) {
    var values = map(response.get("headers")).get(name);
    return values == null ? "" : text(list(values).getFirst());
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
