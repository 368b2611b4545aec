package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What items cost: by themselves, and by price list. */
@ExtendWith(SystemExtension.class)
@SideBySide
class PriceFlowTest {

  private static final String ITEMS = "/accounting/items";
  private static final String PRICES = "/accounting/prices";
  private static final String LISTS = "/accounting/priceLists";

  private final LocalSystem system;

  PriceFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void anItemsPriceIsSetWithTheItemAndChangedInOneCall() {
    Company company = system.company();

    Answer created =
        company
            .api()
            .post(ITEMS, "{\"name\":\"Hammare\",\"itemNumber\":\"H-1\",\"unitSalesPrice\":199}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertPrice(created.data(), "199");
    assertPrice(company.api().get(ITEMS + "/H-1").data(), "199");
    Answer patched = company.api().patch(ITEMS + "/H-1", "{\"unitSalesPrice\":189.5}");
    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    assertPrice(patched.data(), "189.5");
    JsonNode read = company.api().get(ITEMS + "/H-1").data();
    assertPrice(read, "189.5");
    assertThat(company.received("POST", "/3/prices")).hasSize(1);
    int before = company.received("PUT", "/3/prices").size();
    // What was read is no new price.
    assertThat(company.api().put(ITEMS + "/H-1", read.toString()).status()).isEqualTo(200);
    assertThat(company.received("PUT", "/3/prices")).hasSize(before);
  }

  @Test
  void aPriceGoesToTheListThatIsPreselected() {
    Company company = system.company();
    company.atFortnox().seed("pricelists", list("A", "Prislista A", false));
    company.atFortnox().seed("pricelists", list("B", "Prislista B", true));

    company.api().post(ITEMS, "{\"name\":\"Hammare\",\"itemNumber\":\"H-1\",\"unitSalesPrice\":5}");

    assertThat(company.api().get(PRICES).data().findValuesAsText("id")).containsExactly("B:H-1:0");
  }

  @Test
  void aPriceWhoseReplyWasLostIsSetOnce() {
    Company company = system.company();
    company.trouble("POST", "/3/prices").once().failsAfterwardsWith(500);

    JsonNode task =
        company.finished(
            company.later(
                "POST", ITEMS, "{\"name\":\"A\",\"itemNumber\":\"H-1\",\"unitSalesPrice\":5}"));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/articles")).hasSize(1);
    assertThat(company.received("POST", "/3/prices")).hasSize(1);
    assertPrice(company.api().get(ITEMS + "/H-1").data(), "5");
  }

  @Test
  void anItemWhosePriceIsRefusedIsKeptAndTheAnswerSaysSo() {
    Company company = system.company();
    company.trouble("PUT", "/3/prices").once().answers(400);

    Answer created =
        company.api().post(ITEMS, "{\"name\":\"A\",\"itemNumber\":\"H-1\",\"unitSalesPrice\":5}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings().findValuesAsText("code")).contains("partly-stored");
    assertThat(company.api().get(ITEMS + "/H-1").data().path("unitSalesPrice").isNull()).isTrue();
  }

  @Test
  void pricesAreListedReadCreatedChangedAndDeleted() {
    Company company = system.company();
    company
        .api()
        .post(ITEMS, "{\"name\":\"Hammare\",\"itemNumber\":\"H-1\",\"unitSalesPrice\":100}");

    Answer created =
        company
            .api()
            .post(
                PRICES,
                "{\"priceListId\":\"A\",\"itemId\":\"H-1\",\"fromQuantity\":10,\"price\":90}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(PRICES + "/A%3AH-1%3A10");
    assertThat(company.api().get(PRICES).data().findValuesAsText("id"))
        .containsExactly("A:H-1:0", "A:H-1:10");
    Answer patched = company.api().patch(PRICES + "/A:H-1:10", "{\"price\":80}");
    assertThat(patched.data().path("price").decimalValue())
        .as(patched.text())
        .isEqualByComparingTo("80");
    JsonNode read = company.api().get(PRICES + "/A:H-1:10").data();
    assertThat(read.path("price").decimalValue()).isEqualByComparingTo("80");
    assertThat(company.api().put(PRICES + "/A:H-1:10", read.toString()).status()).isEqualTo(200);
    assertThat(company.api().delete(PRICES + "/A:H-1:10").status()).isEqualTo(200);
    assertThat(company.api().get(PRICES + "/A:H-1:10").status()).isEqualTo(404);
    assertThat(company.api().get(PRICES + "/A:H-1").code()).isEqualTo("not-found");
    assertPrice(company.api().get(ITEMS + "/H-1").data(), "100");
  }

  @Test
  void priceListsAreListedReadCreatedAndChanged() {
    Company company = system.company();

    Answer created = company.api().post(LISTS, "{\"code\":\"B\",\"name\":\"Återförsäljare\"}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(company.api().get(LISTS).data().findValuesAsText("code")).containsExactly("A", "B");
    Answer patched = company.api().patch(LISTS + "/B", "{\"comments\":\"Från 2027\"}");
    assertThat(patched.data().path("comments").asText()).isEqualTo("Från 2027");
    JsonNode read = company.api().get(LISTS + "/B").data();
    assertThat(read.path("name").asText()).isEqualTo("Återförsäljare");
    assertThat(read.path("preselected").asBoolean()).isFalse();
    assertThat(company.api().put(LISTS + "/B", read.toString()).status()).isEqualTo(200);
    assertThat(company.api().get(LISTS + "/C").status()).isEqualTo(404);
  }

  private static ObjectNode list(String code, String name, boolean preselected) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Code", code)
        .put("Description", name)
        .put("PreSelected", preselected);
  }

  private static void assertPrice(JsonNode item, String price) {
    assertThat(item.path("unitSalesPrice").decimalValue()).isEqualByComparingTo(price);
  }
}
