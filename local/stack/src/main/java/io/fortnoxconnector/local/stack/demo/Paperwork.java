package io.fortnoxconnector.local.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;

/** The part of the story that is about documents and the ledger. */
final class Paperwork {

  private static final ZoneId FORTNOX = ZoneId.of("Europe/Stockholm");

  private final Api company;
  private final Narrator narrator;
  private final Teller teller;

  Paperwork(Api company, Narrator narrator, Teller teller) {
    this.company = company;
    this.narrator = narrator;
    this.teller = teller;
  }

  /** From an item to an invoice's PDF, in a company whose first customer is there already. */
  void invoice() {
    teller.step("An item is sold: an invoice, one of its lines changed, booked, as a PDF");
    String item = post("/accounting/items", "{\"name\":\"Lastpall\"}").path("id").asText();
    JsonNode invoice =
        post(
            "/accounting/invoices",
            """
                {"contactId":"1","reference":"order-4711","lineItems":[
                 {"itemId":"%s","quantity":4,"unitAmount":250},{"description":"Frakt","quantity":1,"unitAmount":99.5}]}
                """
                .formatted(item));
    String path = "/accounting/invoices/" + invoice.path("id").asText();
    show(invoice);
    narrator.expect(200, company, "PATCH", path + "/lineItems/1", "{\"quantity\":5}");
    show(act(path + "/bookkeep"));
    JsonNode document = get(path + "/document");
    byte[] pdf = Base64.getDecoder().decode(document.path("content").asText());
    teller.say("       " + document.path("fileName").asText() + ", " + pdf.length + " bytes");
  }

  /** From an offer to an order to an invoice. */
  void offer() {
    teller.step("An offer becomes an order, and the order an invoice");
    JsonNode offer =
        post(
            "/accounting/offers",
            """
                {"contactId":"1","lineItems":[{"description":"Serviceavtal","quantity":12,"unitAmount":400}]}
                """);
    teller.show(offer, "/id", "/status", "/totalGrossAmount");
    JsonNode accepted =
        act("/accounting/offers/" + offer.path("id").asText() + "/createSalesOrder");
    teller.show(accepted, "/status", "/salesOrderId");
    JsonNode closed =
        act("/accounting/salesOrders/" + accepted.path("salesOrderId").asText() + "/createInvoice");
    teller.show(closed, "/status", "/invoiceId");
  }

  /** What a supplier asks for, booked and paid. */
  void bill() {
    teller.step("A supplier's bill is entered, booked and paid");
    LocalDate today = LocalDate.now(FORTNOX);
    JsonNode bill =
        post(
            "/accounting/bills",
            """
                {"contactId":"1","billNumber":"F-2041","currency":"SEK","billDate":"%s","dueDate":"%s","totalGrossAmount":1250,
                 "totalTaxAmount":250,"lineItems":[{"accountId":"6110","description":"Papper","totalNetAmount":1000}]}
                """
                .formatted(today, today.plusDays(30)));
    String path = "/accounting/bills/" + bill.path("id").asText();
    teller.show(act(path + "/bookkeep"), "/id", "/status", "/totalGrossAmount", "/balance");
    JsonNode payment =
        post(
            "/accounting/billPayments",
            """
                {"billId":"%s","amount":1250,"bookingDate":"%s"}
                """
                .formatted(bill.path("id").asText(), today));
    teller.show(payment, "/id", "/billId", "/amount", "/status");
    act("/accounting/billPayments/" + payment.path("id").asText() + "/bookkeep");
    teller.show(get(path), "/status", "/balance");
  }

  /** An entry in the ledger with its receipt, and what takes it back. */
  void entry() {
    teller.step(
        "A journal entry with its receipt, and the one that takes it back: vouchers never change");
    JsonNode entry =
        post(
            "/accounting/journalEntries",
            """
                {"journalCode":"A","description":"Hyra","transactionDate":"%s","journalLineItems":[
                 {"accountId":"5010","debit":12500},{"accountId":"1930","credit":12500}]}
                """
                .formatted(LocalDate.now(FORTNOX)));
    teller.show(entry, "/id", "/description");
    String path = "/accounting/journalEntries/" + entry.path("id").asText();
    String receipt =
        Base64.getEncoder().encodeToString("Hyra kvartal 4".getBytes(StandardCharsets.UTF_8));
    JsonNode file =
        post(path + "/attachments", "{\"fileName\":\"hyra.txt\",\"content\":\"" + receipt + "\"}");
    teller.show(file, "/fileName");
    JsonNode reversal = post(path + "/reverse", "");
    teller.show(reversal, "/id", "/description");
  }

  private JsonNode act(String path) {
    return narrator.expect(200, company, "POST", path, "").data();
  }

  private JsonNode get(String path) {
    return narrator.expect(200, company, "GET", path, "").data();
  }

  private JsonNode post(String path, String body) {
    return narrator.expect(201, company, "POST", path, body).data();
  }

  private void show(JsonNode document) {
    teller.show(
        document, "/id", "/status", "/sumNetAmount", "/totalTaxAmount", "/totalAmount", "/balance");
  }
}
