package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Suppliers, as a vendor's program sees them and as Fortnox does. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class SupplierFlowTest {

  private static final String SUPPLIERS = "/accounting/suppliers";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL =
      """
      {"companyName":"Papper & Penna AB","number":"9001","contactType":"COMPANY",
       "addresses":[{"addressLine1":"Storgatan 1","addressLine2":"Box 7","city":"Växjö",
        "countryCode":"SE","postalCode":"352 30","type":"BILLING"}],
       "bankAccounts":[{"bic":"ESSESESS","holder":null,"isMainAccount":true,
        "iban":"SE4550000000058398257466","name":"SEB","sepa":null}],
       "emailAddresses":[{"email":"order@papper.example","type":"BUSINESS"}],
       "phoneNumbers":[{"number":"0470-1","type":"BUSINESS"},{"number":"0470-2","type":"OTHER"},
        {"number":"0470-3","type":"FAX"}],
       "projectId":"P1","vatId":"SE556036079301","active":true,
       "organisationNumber":"556036-0793","currency":"EUR","vatType":"NORMAL",
       "visitingAddress":{"addressLine1":"Lagergatan 4","city":"Alvesta","countryCode":"SE",
        "postalCode":"342 30"},
       "bankgiro":"5805-6201","plusgiro":"28 65 43-4","bankAccountNumber":"123456789",
       "clearingNumber":"5000","branchCode":"12","paymentFileDisabled":true,
       "predefinedAccount":"4010","paymentTerms":"30","costCenter":"KTR",
       "ourCustomerNumber":"K-17","ourReference":"Eva","yourReference":"Anna","workplace":"Lager",
       "website":"https://papper.example","comments":"Levererar på torsdagar"}
      """;

  private final LocalSystem system;

  SupplierFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    Company company = system.company();
    JsonNode sent = tree(FULL);
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("suppliers"));

    Answer created = company.api().post(SUPPLIERS, FULL);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(SUPPLIERS + "/9001");
    assertThat(created.warnings()).isEmpty();
    assertReadsBack(sent, created.data());
    JsonNode read = company.api().get(SUPPLIERS + "/9001?expand=full").data();
    assertReadsBack(sent, read);
    assertThat(read.path("role").asText()).isEqualTo("SUPPLIER");

    Answer same = company.api().put(SUPPLIERS + "/9001", read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(company.api().get(SUPPLIERS + "/9001").data()).isEqualTo(read);
  }

  @Test
  void aPatchChangesWhatItNamesAndNullClears() {
    Company company = system.company();
    assertThat(company.api().post(SUPPLIERS, FULL).status()).isEqualTo(201);
    JsonNode before = company.api().get(SUPPLIERS + "/9001").data();

    Answer patched =
        company
            .api()
            .patch(
                SUPPLIERS + "/9001",
                "{\"bankgiro\":null,\"active\":false,\"bankAccount\":{\"name\":null}}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode after = company.api().get(SUPPLIERS + "/9001").data();
    assertThat(after.path("bankgiro").isNull()).isTrue();
    assertThat(after.path("active").asBoolean()).isFalse();
    assertThat(after.path("bankAccounts").path(0).path("name").isNull()).isTrue();
    assertThat(after.path("bankAccounts").path(0).path("bic").asText()).isEqualTo("ESSESESS");
    String[] changed = {"bankgiro", "active", "bankAccounts"};
    assertThat(without(after, changed)).isEqualTo(without(before, changed));
    JsonNode put = tree(company.received("PUT", "/3/suppliers/9001").getLast().body());
    assertThat(put.path("Supplier").path("BG").asText()).isEqualTo("API_BLANK");
    assertThat(put.path("Supplier").has("Name")).isFalse();
  }

  @Test
  void aPutClearsWhatItLeavesOut() {
    Company company = system.company();
    assertThat(company.api().post(SUPPLIERS, FULL).status()).isEqualTo(201);

    Answer replaced =
        company.api().put(SUPPLIERS + "/9001", "{\"companyName\":\"Papper & Penna AB\"}");

    assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
    JsonNode after = company.api().get(SUPPLIERS + "/9001").data();
    for (String cleared : List.of("bankgiro", "plusgiro", "comments", "vatId", "workplace")) {
      assertThat(after.path(cleared).isNull()).as(cleared).isTrue();
    }
    assertThat(after.path("bankAccounts")).isEmpty();
  }

  @Test
  void whatFortnoxHasNoPlaceForIsToldAsAWarning() {
    Answer created =
        system
            .company()
            .api()
            .post(
                SUPPLIERS,
                """
                {"companyName":"Bo Ek","documentId":"crm-1","contactType":"CONTACT_PERSON",
                 "contactPersons":[{"lastName":"Ek"}],
                 "bankAccounts":[{"bic":"ESSESESS","holder":"Bo"}]}
                """);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings().findValuesAsText("pointer"))
        .contains("/documentId", "/contactType", "/contactPersons", "/bankAccounts/0/holder");
  }

  @Test
  void listsArePagedAndFiltered() {
    Company company = system.company();
    for (int i = 1; i <= 7; i++) {
      ObjectNode supplier = JsonNodeFactory.instance.objectNode();
      supplier.put("SupplierNumber", String.valueOf(i)).put("Name", "Grossist " + i);
      company.atFortnox().seed("suppliers", supplier);
    }

    Answer second = company.api().get(SUPPLIERS + "?limit=3&page=2&sortBy=number");

    assertThat(second.data().findValuesAsText("id")).containsExactly("4", "5", "6");
    assertThat(second.json().path("meta").path("pagination").path("totalPages").asInt())
        .isEqualTo(3);
    assertThat(company.api().get(SUPPLIERS + "?name=grossist%207").data().findValuesAsText("id"))
        .containsExactly("7");
  }

  @Test
  void aSupplierCannotBeDeletedAndTheAnswerSaysWhy() {
    Answer refused = system.company().api().delete(SUPPLIERS + "/1");

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.code()).isEqualTo("operation-not-possible");
    assertThat(refused.problem().path("detail").asText()).contains("Fortnox");
  }
}
