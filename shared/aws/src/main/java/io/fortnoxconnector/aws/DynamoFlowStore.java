package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.Flow;
import io.fortnoxconnector.connector.connections.Flow.AtFortnox;
import io.fortnoxconnector.connector.connections.Flow.Connected;
import io.fortnoxconnector.connector.connections.Flow.Link;
import io.fortnoxconnector.connector.connections.Flow.Request;
import io.fortnoxconnector.connector.connections.FlowStore;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The connect flows' table. DynamoDB deletes expired items late, within days: every look checks the
 * time itself.
 */
final class DynamoFlowStore implements FlowStore {

  private final Table table;

  DynamoFlowStore(Table table) {
    this.table = table;
  }

  @Override
  public void put(String hash, Flow flow) {
    Item item =
        Item.empty()
            .with("id", hash)
            .with("validUntil", flow.expiresAt())
            .with("expiresAt", flow.expiresAt().getEpochSecond());
    table.put(
        switch (flow) {
          case Link(var request, _) -> write(item.with("kind", "link"), request);
          case AtFortnox(var request, var browserHash, var redirectUri, var clientId, _) ->
              write(item.with("kind", "state"), request)
                  .with("browserHash", browserHash)
                  .with("redirectUri", redirectUri.toString())
                  .with("clientId", clientId);
          case Connected(var tenant, var connection, _) ->
              item.with("kind", "code").with("tenant", tenant).with("connection", connection);
        });
  }

  @Override
  public Optional<Flow> peek(String hash, Instant now) {
    return table
        .get(hash)
        .map(DynamoFlowStore::read)
        .filter(flow -> now.isBefore(flow.expiresAt()));
  }

  @Override
  public Optional<Flow> take(String hash, Instant now) {
    Write write = table.delete(hash, "validUntil > :now", Item.empty().with(":now", now));
    return write instanceof Write.Done(var old) ? Optional.of(read(old)) : Optional.empty();
  }

  private static Item write(Item item, Request request) {
    return item.with("tenant", request.tenant())
        .with("callbackUrl", request.callbackUrl().toString())
        .with("cancelUrl", request.cancelUrl().toString())
        .with("vendorState", request.vendorState())
        .with("expectedCompany", request.expectedCompany());
  }

  private static Flow read(Item item) {
    Instant until = item.time("validUntil");
    return switch (item.required("kind")) {
      case "link" -> new Link(request(item), until);
      case "state" ->
          new AtFortnox(
              request(item),
              item.required("browserHash"),
              URI.create(item.required("redirectUri")),
              item.required("clientId"),
              until);
      case "code" -> new Connected(item.required("tenant"), item.required("connection"), until);
      default -> throw new IllegalStateException("a flow of kind " + item.required("kind"));
    };
  }

  private static Request request(Item item) {
    return new Request(
        item.required("tenant"),
        URI.create(item.required("callbackUrl")),
        URI.create(item.required("cancelUrl")),
        item.textOrNull("vendorState"),
        item.textOrNull("expectedCompany"));
  }
}
