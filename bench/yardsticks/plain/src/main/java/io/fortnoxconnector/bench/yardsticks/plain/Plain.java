package io.fortnoxconnector.bench.yardsticks.plain;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The work of both handlers. Its clients are made while the function starts, as AWS advises. */
final class Plain {

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  private final String table = Objects.requireNonNull(System.getenv("TENANTS_TABLE"));
  private final URI address =
      URI.create(Objects.requireNonNull(System.getProperty("yardstick.address")));

  /** What the HTTP call answers. */
  record Envelope(Customer customer) {}

  /** A few of a customer's fields; null where the answer hasn't got them. */
  record Customer(
      @Nullable String customerNumber,
      @Nullable String name,
      @Nullable String organisationNumber) {}

  JsonMapper json() {
    return json;
  }

  /**
   * Looks an item up, reads a customer over HTTP, and answers what it understood.
   *
   * @return JSON
   */
  String answer(String id) throws IOException {
    boolean known =
        dynamo
            .getItem(
                request -> request.tableName(table).key(Map.of("id", AttributeValue.fromS(id))))
            .hasItem();
    try (InputStream customer = address.toURL().openStream()) {
      Envelope read = json.readValue(customer, Envelope.class);
      return json.writeValueAsString(Map.of("known", known, "customer", read.customer()));
    }
  }
}
