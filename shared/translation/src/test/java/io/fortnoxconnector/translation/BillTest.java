package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Bills.BILLS;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static io.fortnoxconnector.translation.WriteMode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {
  private static final ObjectNode HELD =
      json(
          """
          {'GivenNumber':'7','SupplierNumber':'1','Total':'1250.00','VAT':'250','Balance':'1250',
           'Booked':true,'CreditReference':null,'SupplierInvoiceRows':[
            {'Account':2440,'Code':'TOT','Debit':0,'Credit':1250,'Total':-1250},
            {'Account':2641,'Code':'VAT','Debit':250,'Credit':0,'Total':250},
            {'Account':6110,'Code':'PRE','AccountDescription':'Kontorsmateriel','Debit':1200,
             'Credit':0},
            {'Account':6110,'Code':'','Debit':0,'Credit':200}],
           'Vouchers':[{'Number':3,'Series':'L','Year':2,'ReferenceType':'SUPPLIERINVOICE'}]}
          """);

  @Test
  void linesAreWhatWasBoughtAndPostingsAreAllRows() {
    ObjectNode bill = BILLS.fromFortnox(HELD).data();
    JsonNode lines = bill.get("lineItems");
    assertThat(lines.findValuesAsText("id")).containsExactly("1", "2");
    assertThat(lines.findValuesAsText("totalNetAmount")).containsExactly("1200", "-200");
    assertThat(lines.at("/0/accountName").asText()).isEqualTo("Kontorsmateriel");
    assertThat(lines.at("/0/accountNumber").asText()).isEqualTo("6110");
    assertThat(bill.get("postings").findValuesAsText("code"))
        .containsExactly("TOT", "VAT", "PRE", "null");
    assertThat(bill.at("/postings/0/credit").decimalValue()).isEqualByComparingTo("1250");
    assertThat(bill.at("/vouchers/0/journalEntryId").asText()).isEqualTo("L-3-2");
  }

  @Test
  void sumsAreNumbersAndTheNetIsWhatIsLeft() {
    ObjectNode bill = BILLS.fromFortnox(HELD).data();
    assertThat(bill.get("totalGrossAmount").decimalValue()).isEqualByComparingTo("1250");
    assertThat(bill.get("totalNetAmount").decimalValue()).isEqualByComparingTo("1000");
    // A list says nothing of the VAT.
    ObjectNode row = BILLS.fromListRow(json("{'GivenNumber':'7','Total':'1250'}")).data();
    assertThat(row.get("totalNetAmount").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Booked':false,'Balance':'10','Total':'10' | DRAFT | NO_OPEN_ITEM",
        "'Booked':true,'Balance':'10.00','Total':'10' | OPEN | PENDING",
        "'Booked':true,'Balance':'4','Total':'10' | PARTIALLY_PAID | PARTLY_PAID",
        "'Booked':true,'Balance':'0','Total':'10' | PAID | PAID",
        "'Cancelled':true,'Balance':'0','Total':'10' | VOIDED | CANCELED"
      })
  void statesFollowFromAmountsThatAreText(String fields, String status, String payment) {
    ObjectNode data = BILLS.fromFortnox(json("{" + fields + "}")).data();
    assertThat(data.get("status").asText()).isEqualTo(status);
    assertThat(data.get("paymentStatus").asText()).isEqualTo(payment);
  }

  @Test
  void anAmountGoesToItsSideAndTheOtherSideIsEmptied() {
    var body =
        json(
            """
            {'contactId':'1','dueDate':'2026-12-01','totalGrossAmount':1000.5,'lineItems':[
             {'accountId':'6110','totalNetAmount':1200.5},{'accountId':'6110','totalNetAmount':-200}]}
            """);
    assertThat(json(accepted(BILLS.toFortnox(body, CREATE)).entity().toString()))
        .isEqualTo(
            json(
                """
                {'SupplierNumber':'1','DueDate':'2026-12-01','Total':'1000.5','SupplierInvoiceRows':[
                 {'Account':6110,'Debit':1200.5,'Credit':0},{'Account':6110,'Debit':0,'Credit':200}]}
                """));
  }

  @Test
  void aBillNeedsItsSupplierAndItsDueDate() {
    assertThat(rejected(BILLS.toFortnox(json("{}"), CREATE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactlyInAnyOrder(
            tuple("/contactId", "field-required"), tuple("/dueDate", "field-required"));
  }

  @Test
  void aReplaceKeepsTotalsAndClearsWhatIsLeftOut() {
    var body = json("{'contactId':'1','dueDate':'2026-12-01'}");
    ObjectNode sent = accepted(BILLS.toFortnox(body, REPLACE)).entity();
    assertThat(sent.get("Comments").asText()).isEqualTo("API_BLANK");
    assertThat(sent.get("Freight").asText()).isEqualTo("0");
    for (String kept : new String[] {"Total", "VAT", "Currency", "SupplierInvoiceRows"}) {
      assertThat(sent.has(kept)).as(kept).isFalse();
    }
  }

  @Test
  void whatFortnoxMakesItselfCanOnlyBeSeen() {
    var body = json("{'postings':[{'accountId':'2440'}],'totalNetAmount':5,'taxRule':'NET'}");
    var patched = accepted(BILLS.toFortnox(body, PATCH));
    assertThat(patched.entity()).isEmpty();
    assertThat(patched.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactlyInAnyOrder(
            tuple("field-read-only", "/postings"),
            tuple("field-read-only", "/totalNetAmount"),
            tuple("field-not-stored", "/taxRule"));
  }

  @Test
  void aBillThatWasCreatedIsTheOneThatHoldsItsLinesBesideFortnoxsOwnRows() {
    assertThat(
            BILLS.holds(
                HELD,
                json(
                    """
                    {'SupplierNumber':'1','Total':'1250','SupplierInvoiceRows':[
                     {'Account':6110,'Debit':1200},{'Account':6110,'Debit':0,'Credit':200.00}]}
                    """)))
        .isTrue();
    assertThat(BILLS.holds(HELD, json("{'SupplierInvoiceRows':[{'Account':6110,'Debit':1200}]}")))
        .isFalse();
  }

  @Test
  void listsHaveOtherNamesAndTheirFilters() {
    ObjectNode row =
        BILLS.fromListRow(json("{'GivenNumber':'7','Cancel':true,'Balance':'0'}")).data();
    assertThat(row.get("cancelled").asBoolean()).isTrue();
    assertThat(row.get("status").asText()).isEqualTo("VOIDED");
    assertThat(
            BILLS.filters(
                Map.of(
                    "billDateFrom", "2026-01-01", "state", "awaitingApproval", "contactId", "7")))
        .isEqualTo(
            new FilterTranslation.Accepted(
                Map.of(
                    "fromdate", "2026-01-01",
                    "filter", "authorizepending",
                    "suppliernumber", "7")));
  }

  @Test
  void aVendorCreditIsBelowZeroAndNotAskedForByAnyParameter() {
    Resource credits = VendorCredits.VENDOR_CREDITS;
    var body = json("{'contactId':'1','dueDate':'2026-12-01','totalGrossAmount':10}");
    assertThat(rejected(credits.toFortnox(body, CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/totalGrossAmount");
    assertThat(credits.filters(Map.of("vendorCreditNumber", "7")))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("invoicenumber", "7")));
    assertThat(credits.includes(json("{'Credit':true}"))).isTrue();
    assertThat(credits.includes(json("{'Credit':false}"))).isFalse();
    assertThat(credits.isSifted()).isTrue();
    assertThat(CreditNotes.CREDIT_NOTES.isSifted()).isFalse();
  }

  @Test
  void anApprovalIsNeverTakenAsDone() {
    Action approval = BILLS.action("approvePayment").orElseThrow();
    assertThat(approval.isDone(HELD)).isFalse();
    assertThat(BILLS.action("credit").orElseThrow().isDone(HELD)).isFalse();
    assertThat(BILLS.action("credit").orElseThrow().isDone(json("{'CreditReference':8}"))).isTrue();
  }
}
