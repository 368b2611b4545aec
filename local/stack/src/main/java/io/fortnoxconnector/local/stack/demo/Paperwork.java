package io.fortnoxconnector.local.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
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
    String item = post("/accounting/items", "{\"name\":\"Lastpall\"}").data().path("id").asText();
    JsonNode invoice =
        post(
                "/accounting/invoices",
                """
                {"contactId":"1","reference":"order-4711","lineItems":[
                 {"itemId":"%s","quantity":4,"unitAmount":250},{"description":"Frakt","quantity":1,"unitAmount":99.5}]}
                """
                    .formatted(item))
            .data();
    String path = "/accounting/invoices/" + invoice.path("id").asText();
    show(invoice);
    narrator.expect(200, company, "PATCH", path + "/lineItems/1", "{\"quantity\":5}");
    show(narrator.expect(200, company, "POST", path + "/bookkeep", "").data());
    JsonNode document = narrator.expect(200, company, "GET", path + "/document", "").data();
    byte[] pdf = Base64.getDecoder().decode(document.path("content").asText());
    teller.say("       " + document.path("fileName").asText() + ", " + pdf.length + " bytes");
  }

  /** An entry in the ledger, and what takes it back. */
  void entry() {
    teller.step("A journal entry, and the one that takes it back: Fortnox's vouchers never change");
    JsonNode entry =
        post(
                "/accounting/journalEntries",
                """
                {"journalCode":"A","description":"Hyra","transactionDate":"%s","journalLineItems":[
                 {"accountId":"5010","debit":12500},{"accountId":"1930","credit":12500}]}
                """
                    .formatted(LocalDate.now(FORTNOX)))
            .data();
    teller.show(entry, "/id", "/description");
    JsonNode reversal =
        post("/accounting/journalEntries/" + entry.path("id").asText() + "/reverse", "").data();
    teller.show(reversal, "/id", "/description");
  }

  private Api.Answer post(String path, String body) {
    return narrator.expect(201, company, "POST", path, body);
  }

  private void show(JsonNode document) {
    teller.show(
        document, "/id", "/status", "/sumNetAmount", "/totalTaxAmount", "/totalAmount", "/balance");
  }
}
