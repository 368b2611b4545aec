package io.fortnoxconnector.bench.kill;

import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.local.stack.Service;

/** Tells the functions' requests apart by what they say on the wire. */
final class Requests {

  private Requests() {}

  static boolean storesTask(Exchange exchange) {
    return changes(exchange, "TasksTable") && exchange.body().contains("\"fingerprint\"");
  }

  static boolean marksTask(Exchange exchange) {
    return changes(exchange, "TasksTable") && exchange.body().contains("dueAt = :due");
  }

  static boolean leasesTask(Exchange exchange) {
    return changes(exchange, "TasksTable")
        && exchange.body().contains("leaseOwner = :owner, leaseUntil")
        && !recordsSending(exchange);
  }

  static boolean recordsSending(Exchange exchange) {
    return changes(exchange, "TasksTable") && exchange.body().contains("sentAt = :now");
  }

  static boolean recordsEntity(Exchange exchange) {
    return changes(exchange, "TasksTable") && exchange.body().contains("writtenEntity = :");
  }

  static boolean recordsOutcome(Exchange exchange) {
    return changes(exchange, "TasksTable") && exchange.body().contains("outcome = :outcome");
  }

  static boolean reservesSlot(Exchange exchange) {
    return changes(exchange, "BudgetsTable");
  }

  static boolean leasesToken(Exchange exchange) {
    return changes(exchange, "ConnectionsTable")
        && exchange.body().contains("leaseOwner = :owner, leaseUntil");
  }

  static boolean storesToken(Exchange exchange) {
    return changes(exchange, "ConnectionsTable") && exchange.body().contains("renewedBy = :");
  }

  static boolean asksForToken(Exchange exchange) {
    return exchange.service() == Service.FORTNOX_AUTH && exchange.operation().endsWith("/token");
  }

  /** A single-use refresh token goes with it. */
  static boolean rotatesToken(Exchange exchange) {
    return asksForToken(exchange) && exchange.body().contains("grant_type=refresh_token");
  }

  static boolean sendsMessage(Exchange exchange) {
    return exchange.service() == Service.SQS && exchange.operation().equals("SendMessage");
  }

  static boolean postpones(Exchange exchange) {
    return exchange.service() == Service.SQS
        && exchange.operation().startsWith("ChangeMessageVisibility");
  }

  static boolean writesEntity(Exchange exchange) {
    return writes(exchange, "/3/customers");
  }

  /** The one kind of write that must not be repeated. */
  static boolean createsEntity(Exchange exchange) {
    return writesEntity(exchange) && exchange.method().equals("POST");
  }

  static boolean changesEntity(Exchange exchange) {
    return writesEntity(exchange) && !exchange.method().equals("POST");
  }

  static boolean writesRow(Exchange exchange) {
    return writes(exchange, "/3/customerreferences");
  }

  static boolean looksUp(Exchange exchange) {
    return exchange.service() == Service.FORTNOX_API
        && exchange.method().equals("GET")
        && exchange.path().startsWith("/3/customers");
  }

  private static boolean writes(Exchange exchange, String path) {
    return exchange.service() == Service.FORTNOX_API
        && !exchange.method().equals("GET")
        && exchange.path().startsWith(path);
  }

  /** By a request of its own or in a transaction. */
  private static boolean changes(Exchange exchange, String table) {
    return exchange.service() == Service.DYNAMODB
        && switch (exchange.operation()) {
          case "PutItem", "UpdateItem", "TransactWriteItems" ->
              exchange.body().contains("-" + table + "\"");
          default -> false;
        };
  }
}
