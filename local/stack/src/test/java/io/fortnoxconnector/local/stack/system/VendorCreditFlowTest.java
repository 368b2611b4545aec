package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Vendor credits, as a vendor's program sees them. */
@ExtendWith(SystemExtension.class)
@SideBySide
class VendorCreditFlowTest {

  private static final String CREDITS = "/accounting/vendorCredits";
  private static final String BILLS = "/accounting/bills";
  private static final String CREDIT =
      """
      {"contactId":"L1","vendorCreditNumber":"K-1","vendorCreditDate":"2026-11-20",
       "dueDate":"2026-12-24","totalGrossAmount":-125,"totalTaxAmount":-25,
       "lineItems":[{"accountId":"6110","description":"a","totalNetAmount":-100}]}
      """;

  private final LocalSystem system;

  VendorCreditFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void aCreditOfItsOwnIsASupplierInvoiceBelowZero() {
    Company company = companyWithBookedBill();

    Answer created = company.api().post("/accounting/vendorCredit", CREDIT);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(CREDITS + "/2");
    JsonNode read = company.api().get(CREDITS + "/2").data();
    assertThat(read.path("credit").asBoolean()).isTrue();
    assertThat(read.path("vendorCreditNumber").asText()).isEqualTo("K-1");
    assertThat(read.path("totalNetAmount").decimalValue()).isEqualByComparingTo("-100");
    assertThat(read.path("billId").isNull()).isTrue();
    assertThat(company.api().post(BILLS + "/2/bookkeep", "").status()).isEqualTo(200);
  }

  @Test
  void aCreditAboveZeroIsRefusedBeforeItBecomesABill() {
    Company company = companyWithBookedBill();

    Answer refused = company.api().post(CREDITS, CREDIT.replace(":-125", ":125"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem().path("pointer").asText()).isEqualTo("/totalGrossAmount");
    assertThat(company.atFortnox().records("supplierinvoices")).hasSize(1);
  }

  @Test
  void aBillIsCreditedByItsId() {
    Company company = companyWithBookedBill();

    Answer created =
        company.api().post(CREDITS, "{\"billId\":\"1\"}", "Idempotency-Key", "credit-1");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(CREDITS + "/2");
    assertThat(created.data().path("billId").asText()).isEqualTo("1");
    assertThat(created.data().path("totalGrossAmount").decimalValue()).isEqualByComparingTo("-750");
    Answer again = company.api().post(CREDITS, "{\"billId\":\"1\"}", "Idempotency-Key", "credit-1");
    assertThat(again.data()).isEqualTo(created.data());
    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(company.api().post(CREDITS, "{\"billId\":\"1\"}").status()).isEqualTo(409);
    Answer more = company.api().post(CREDITS, "{\"billId\":\"1\",\"vendorCreditNumber\":\"K-1\"}");
    assertThat(more.problem().path("pointer").asText()).isEqualTo("/vendorCreditNumber");
  }

  @Test
  void creditsAreSiftedFromAmongTheBills() {
    Company company = companyWithBookedBill();
    for (int i = 0; i < 3; i++) {
      company.api().post(CREDITS, CREDIT.replace("K-1", "K-" + i));
      company.api().post(BILLS, bill(100));
    }

    Answer first = company.api().get(CREDITS + "?limit=2");

    assertThat(first.data().findValuesAsText("id")).containsExactly("2", "4");
    assertThat(first.json().at("/meta/pagination/total").asInt()).isEqualTo(3);
    assertThat(first.json().at("/meta/pagination/totalPages").asInt()).isEqualTo(2);
    assertThat(company.api().get(CREDITS + "?limit=2&page=2").data().findValuesAsText("id"))
        .containsExactly("6");
    String after = first.json().at("/meta/after").asText();
    assertThat(company.api().get(CREDITS + "?limit=2&after=" + after).data().findValuesAsText("id"))
        .containsExactly("6");
    assertThat(company.api().get(CREDITS + "?vendorCreditNumber=K-2").data()).hasSize(1);
    assertThat(company.api().get(BILLS).data()).hasSize(7);
  }

  @Test
  void aCreditIsChangedAndABillIsNotChangedAsOne() {
    Company company = companyWithBookedBill();
    company.api().post(BILLS, bill(100));
    company.api().post(CREDITS, CREDIT);

    Answer patched = company.api().patch(CREDITS + "/3", "{\"comments\":\"Retur\"}");
    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode read = company.api().get(CREDITS + "/3").data();
    assertThat(read.path("comments").asText()).isEqualTo("Retur");
    assertThat(company.api().put(CREDITS + "/3", read.toString()).status()).isEqualTo(200);
    assertThat(without(company.api().get(CREDITS + "/3").data(), "x")).isEqualTo(read);
    Answer line = company.api().patch(CREDITS + "/3/lineItems/1", "{\"totalNetAmount\":-90}");
    assertThat(line.status()).as(line.text()).isEqualTo(200);
    assertThat(company.api().get(CREDITS + "/3/lineItems").data()).hasSize(1);

    assertThat(company.api().get(CREDITS + "/2").status()).isEqualTo(404);
    assertThat(company.api().patch(CREDITS + "/2", "{\"comments\":\"x\"}").status()).isEqualTo(404);
    assertThat(company.api().patch(CREDITS + "/2/lineItems/1", "{\"quantity\":1}").status())
        .isEqualTo(404);
    assertThat(company.received("PUT", "/3/supplierinvoices/2")).isEmpty();
    assertThat(company.api().delete(CREDITS + "/3").status()).isEqualTo(405);
  }

  private static String bill(int amount) {
    return """
    {"contactId":"L1","dueDate":"2026-12-24",
     "lineItems":[{"accountId":"6110","totalNetAmount":%d}]}
    """
        .formatted(amount);
  }

  private Company companyWithBookedBill() {
    Company company = system.company();
    company
        .atFortnox()
        .seed(
            "suppliers",
            JsonNodeFactory.instance
                .objectNode()
                .put("SupplierNumber", "L1")
                .put("Name", "Papper & Penna AB"));
    Answer created = company.api().post(BILLS, bill(750));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(company.api().post(BILLS + "/1/bookkeep", "").status()).isEqualTo(200);
    return company;
  }
}
