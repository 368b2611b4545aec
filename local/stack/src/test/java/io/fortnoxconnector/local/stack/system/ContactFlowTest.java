package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers and suppliers as contacts, and lists that are read on by a cursor. */
@ExtendWith(SystemExtension.class)
@SideBySide
class ContactFlowTest {

  private static final String CONTACTS = "/accounting/contacts";
  private static final String SECOND = "/accounting/v2/contacts";

  private final LocalSystem system;

  ContactFlowTest(LocalSystem system) {
    this.system = system;
  }

  private static void seed(Company company, int customers, int suppliers) {
    for (int number = 1; number <= customers; number++) {
      company
          .atFortnox()
          .seed(
              "customers",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("CustomerNumber", String.valueOf(number))
                  .put("Name", "Kund " + number));
    }
    for (int number = 1; number <= suppliers; number++) {
      company
          .atFortnox()
          .seed(
              "suppliers",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("SupplierNumber", String.valueOf(number))
                  .put("Name", "Leverantör " + number));
    }
  }

  /** Reads a list to its end by cursors, doing something between two parts. */
  private static List<String> walk(Caller api, String list, Consumer<String> between) {
    var ids = new ArrayList<String>();
    Answer part = api.get(list);
    while (true) {
      assertThat(part.status()).as(part.text()).isEqualTo(200);
      ids.addAll(part.data().findValuesAsText("id"));
      JsonNode after = part.json().path("meta").path("after");
      if (after.isNull()) {
        return ids;
      }
      between.accept(after.asText());
      part = api.get(list + "&after=" + after.asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    CONTACTS + ",'{\"role\":\"CUSTOMER\",\"companyName\":\"Åkeri AB\"}', customer, customers",
    SECOND + ",'{\"isCustomer\":true,\"companyName\":\"Åkeri AB\"}', customer, customers",
    CONTACTS + ",'{\"role\":\"SUPPLIER\",\"companyName\":\"Åkeri AB\"}', supplier, suppliers",
    SECOND + ",'{\"isSupplier\":true,\"companyName\":\"Åkeri AB\"}', supplier, suppliers"
  })
  void aContactIsACustomerOrASupplier(String path, String body, String kind, String register) {
    Company company = system.company();
    Caller api = company.api();

    Answer created = api.post(path, body);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    String id = kind + "-1";
    assertThat(created.header("location")).isEqualTo(path + "/" + id);
    assertThat(created.data().path("id").asText()).isEqualTo(id);
    assertThat(created.data().path("isCustomer").asBoolean()).isEqualTo(kind.equals("customer"));
    assertThat(created.data().path("isSupplier").asBoolean()).isEqualTo(kind.equals("supplier"));
    assertThat(created.data().path("role").asText()).isEqualToIgnoringCase(kind);
    JsonNode read = api.get(path + "/" + id).data();
    assertThat(read).isEqualTo(created.data());
    Answer same = api.put(path + "/" + id, read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    Answer patched = api.patch(path + "/" + id, "{\"companyName\":\"Bolaget AB\"}");
    assertThat(patched.data().path("companyName").asText()).isEqualTo("Bolaget AB");
    assertThat(api.get("/accounting/" + register + "/1").data().path("companyName").asText())
        .isEqualTo("Bolaget AB");
    int deleted = kind.equals("customer") ? 200 : 405;
    assertThat(api.delete(path + "/" + id).status()).isEqualTo(deleted);
  }

  @Test
  void whatDoesNotSayWhatItIsIsRefused() {
    Caller api = system.company().api();

    assertThat(api.post(CONTACTS, "{\"companyName\":\"A\"}").code()).isEqualTo("field-required");
    assertThat(
            api.post(SECOND, "{\"companyName\":\"A\",\"isCustomer\":true,\"isSupplier\":true}")
                .code())
        .isEqualTo("field-invalid");
    assertThat(api.post(SECOND, "{\"companyNam\":\"A\",\"isCustomer\":true}").code())
        .isEqualTo("field-unknown");
    assertThat(
            api.patch(SECOND + "/customer-1", "{\"isCustomer\":false,\"isSupplier\":true}").code())
        .isEqualTo("field-invalid");
  }

  @ParameterizedTest
  @CsvSource({"1", "customer-", "contact-1", "customers-1", "customer-99"})
  void idsOfNobodyAreNotFound(String id) {
    Caller api = system.company().api();

    assertThat(api.get(SECOND + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void contactsAreListedCustomersFirstByPagesAndByCursor() {
    Company company = system.company();
    seed(company, 5, 3);
    Caller api = company.api();

    assertThat(api.get(SECOND + "?limit=3&page=3").data().findValuesAsText("id"))
        .containsExactly("supplier-1", "supplier-2", "supplier-3");
    assertThat(api.get(SECOND + "?limit=3&page=4").data()).isEmpty();
    Answer first = api.get(CONTACTS + "?limit=3");
    assertThat(first.json().at("/meta/pagination/total").asInt()).isEqualTo(8);
    assertThat(walk(api, CONTACTS + "?limit=2", _ -> {}))
        .containsExactly(
            "customer-1",
            "customer-2",
            "customer-3",
            "customer-4",
            "customer-5",
            "supplier-1",
            "supplier-2",
            "supplier-3");
    assertThat(walk(api, CONTACTS + "?limit=2&name=2", _ -> {}))
        .containsExactly("customer-2", "supplier-2");
  }

  @Test
  void withoutCustomersTheSuppliersComeAtOnce() {
    Company company = system.company();
    seed(company, 0, 1);

    assertThat(walk(company.api(), SECOND + "?limit=2", _ -> {})).contains("supplier-1");
  }

  @Test
  void whatIsDeletedMeanwhileMakesNothingElseMissing() {
    Company company = system.company();
    seed(company, 60, 0);
    Caller api = company.api();
    var deleted = new ArrayList<String>();

    List<String> seen =
        walk(
            api,
            "/accounting/customers?limit=10",
            _ -> {
              for (int more = 0; more < 4; more++) {
                String number = String.valueOf(deleted.size() + 1);
                assertThat(api.delete("/accounting/customers/" + number).status()).isEqualTo(200);
                deleted.add(number);
              }
            });

    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void filtersThatOneOfThemHasNotAreRefused() {
    Caller api = system.company().api();

    assertThat(api.get(CONTACTS + "?lastModifiedAt=2026-01-01T00:00:00Z").code())
        .isEqualTo("parameter-invalid");
    assertThat(api.get(CONTACTS + "?after=nonsense").code()).isEqualTo("parameter-invalid");
  }
}
