package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Credit notes: made of invoices, changed until they're booked. */
@ExtendWith(SystemExtension.class)
@SideBySide
class CreditNoteFlowTest {

  private static final String INVOICES = "/accounting/invoices";
  private static final String NOTES = "/accounting/creditNotes";
  private static final String OF_THE_INVOICE = "{\"invoiceId\":\"1\"}";

  private final LocalSystem system;

  CreditNoteFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void anInvoiceIsCreditedInOneCall() {
    Company company = companyWithBookedInvoice();

    Answer created = company.api().post(NOTES, OF_THE_INVOICE);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(NOTES + "/2");
    assertThat(created.data().path("invoiceId").asText()).isEqualTo("1");
    assertThat(created.data().path("status").asText()).isEqualTo("DRAFT");
    // 1 x 100 + 2 x 200 + 1 x 300, and 25 % VAT, of the other sign.
    assertThat(created.data().path("totalNetAmount").decimalValue()).isEqualByComparingTo("-800");
    assertThat(created.data().path("totalGrossAmount").decimalValue())
        .isEqualByComparingTo("-1000");
    assertThat(company.api().get(INVOICES + "/1").data().path("creditInvoiceId").asText())
        .isEqualTo("2");
    assertThat(company.api().get(NOTES).data().findValuesAsText("id")).containsExactly("2");
  }

  @Test
  void whatDiffersIsRefusedWithItsPlaceAndNothingIsCredited() {
    Company company = companyWithBookedInvoice();

    Answer part =
        company.api().post(NOTES, "{\"invoiceId\":\"1\",\"creditNoteLines\":[{\"quantity\":-1}]}");
    Answer none = company.api().post(NOTES, "{\"reference\":\"r\"}");

    assertThat(part.status()).isEqualTo(400);
    assertThat(part.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/creditNoteLines");
    assertThat(none.json().path("errors").findValuesAsText("pointer"))
        .contains("/invoiceId", "/reference");
    assertThat(company.atFortnox().records("invoices")).hasSize(1);
  }

  @Test
  void aPartIsCreditedByChangingTheLines() {
    Company company = companyWithCreditNote();

    Answer patched =
        company
            .api()
            .patch(
                NOTES + "/2",
                "{\"reference\":\"r-2\",\"creditNoteLines\":[{\"id\":\"2\",\"quantity\":-1}]}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertThat(patched.data().path("creditNoteLines").findValuesAsText("description"))
        .containsExactly("b");
    assertThat(patched.data().path("totalNetAmount").decimalValue()).isEqualByComparingTo("-200");
    assertThat(patched.data().path("reference").asText()).isEqualTo("r-2");
    JsonNode read = company.api().get(NOTES + "/2").data();
    Answer same = company.api().put(NOTES + "/2", read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(without(same.data(), "creditNoteLines")).isEqualTo(without(read, "creditNoteLines"));
  }

  @Test
  void linesAreChangedOneByOne() {
    Company company = companyWithCreditNote();
    String lines = NOTES + "/2/creditNoteLines";

    assertThat(company.api().get(lines).data().findValuesAsText("id"))
        .containsExactly("1", "2", "3");
    Answer patched = company.api().patch(lines + "/3", "{\"unitAmount\":10}");
    assertThat(patched.data().path("quantity").decimalValue()).isEqualByComparingTo("-1");
    assertThat(company.api().delete(lines + "/1").status()).isEqualTo(200);
    assertThat(company.api().post(lines, "{\"description\":\"d\",\"quantity\":-1}").status())
        .isEqualTo(201);
    assertThat(company.api().get(lines).data().findValuesAsText("description"))
        .containsExactly("b", "c", "d");
  }

  @Test
  void aBookedCreditNoteCannotChangeAndIsAPdf() {
    Company company = companyWithCreditNote();

    assertThat(company.api().post(NOTES + "/2/email", "").data().path("status").asText())
        .isEqualTo("SUBMITTED");
    Answer booked = company.api().post(NOTES + "/2/bookkeep", "");
    assertThat(booked.data().path("booked").asBoolean()).as(booked.text()).isTrue();
    assertThat(company.api().patch(NOTES + "/2", "{\"reference\":\"x\"}").status()).isEqualTo(409);
    JsonNode pdf = company.api().get(NOTES + "/2/document").data();
    byte[] bytes = Base64.getDecoder().decode(pdf.path("content").asText());
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.4");
    Answer twice = company.api().post(NOTES, OF_THE_INVOICE);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(company.atFortnox().records("invoices")).hasSize(2);
  }

  @Test
  void aCreditNoteWhoseMakingLostItsReplyIsFoundAndNotMadeTwice() {
    Company company = companyWithBookedInvoice();
    company.trouble("PUT", "/3/invoices/1/credit").once().failsAfterwardsWith(500);

    JsonNode task = company.finished(company.later("POST", NOTES, OF_THE_INVOICE));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(task.path("resourceId").asText()).isEqualTo("2");
    assertThat(company.received("PUT", "/3/invoices/1/credit")).hasSize(1);
  }

  @Test
  void aPlainInvoiceIsNoCreditNoteWhateverIsDoneToIt() {
    Company company = companyWithCreditNote();
    JsonNode before = company.api().get(INVOICES + "/1").data();

    assertThat(company.api().patch(NOTES + "/1", "{\"reference\":\"x\"}").status()).isEqualTo(404);
    assertThat(company.api().post(NOTES + "/1/email", "").status()).isEqualTo(404);
    assertThat(company.api().post(NOTES + "/1/markAsSent", "").status()).isEqualTo(404);
    assertThat(company.api().delete(NOTES + "/1/creditNoteLines/1").status()).isEqualTo(404);
    assertThat(company.api().get(NOTES + "/1/document").status()).isEqualTo(404);
    assertThat(company.api().get(INVOICES + "/1").data()).isEqualTo(before);
  }

  private Company companyWithCreditNote() {
    Company company = companyWithBookedInvoice();
    Answer created = company.api().post(NOTES, OF_THE_INVOICE);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return company;
  }

  private Company companyWithBookedInvoice() {
    Company company = system.company();
    ObjectNode customer = JsonNodeFactory.instance.objectNode();
    company
        .atFortnox()
        .seed("customers", customer.put("CustomerNumber", "K1").put("Name", "Åkeri Öst AB"));
    String body =
        """
        {"contactId":"K1","lineItems":[{"description":"a","quantity":1,"unitAmount":100},
         {"description":"b","quantity":2,"unitAmount":200},
         {"description":"c","quantity":1,"unitAmount":300}]}
        """;
    assertThat(company.api().post(INVOICES, body).status()).isEqualTo(201);
    assertThat(company.api().post(INVOICES + "/1/bookkeep", "").status()).isEqualTo(200);
    return company;
  }
}
