package io.fortnoxconnector.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.bench.wire.Exchange;

/** A process's lease on the renewal of a connection's tokens. */
record TokenLease(String connection, String owner) {

  static TokenLease in(Exchange exchange) {
    JsonNode request = exchange.json();
    return new TokenLease(
        request.at("/Key/id/S").asText(),
        request.path("ExpressionAttributeValues").path(":owner").path("S").asText());
  }
}
