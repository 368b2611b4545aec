package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Items, as a vendor's program sees them and as Fortnox does. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class ItemFlowTest {

  private static final String ITEMS = "/accounting/items";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL =
      """
      {"name":"Hammare","itemNumber":"H-1.5","assetAccountId":"1460","expenseAccountId":"4010",
       "incomeAccountId":"3002","stockCount":12.5,"taxRatePercentage":12,"type":"PRODUCT",
       "unitName":"PIECE","unitPurchasePrice":89.9,"unitSalesPrice":149.5,"active":true,"unit":"st",
       "note":"Med fiberskaft","ean":"5901234123457","commodityCode":"82052000",
       "manufacturer":"Hultafors","manufacturerItemNumber":"820110","supplierId":"7",
       "expired":false,"inWebshop":true,"bulky":false,"depth":30,"height":310,"width":120,
       "weight":500,
       "stock":{"keepsStock":true,"disposable":12.5,"reserved":0,"value":1123.75,"warnBelow":5,
        "place":"A-12","defaultPoint":"1","defaultLocation":"1-A","changeAccountId":"4960"},
       "costs":{"calculationMethod":"MANUAL","direct":80,"freight":5,"other":4.9},
       "salesAccounts":{"construction":"3004","eu":"3108","euWithVat":"3106","export":"3105"},
       "housework":false,"houseworkType":"CONSTRUCTION"}
      """;

  private final LocalSystem system;

  ItemFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    Company company = companyWithSupplier();
    JsonNode sent = tree(FULL);
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("items"));

    Answer created = company.api().post(ITEMS, FULL);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(ITEMS + "/H-1.5");
    assertReadsBack(sent, created.data());
    JsonNode read = company.api().get(ITEMS + "/H-1.5").data();
    assertReadsBack(sent, read);
    assertThat(read.path("supplierName").asText()).isEqualTo("Papper & Penna AB");

    Answer same = company.api().put(ITEMS + "/H-1.5", read.toString());
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(company.api().get(ITEMS + "/H-1.5").data()).isEqualTo(read);
  }

  @Test
  void aPatchChangesWhatItNamesAndNullClears() {
    Company company = companyWithSupplier();
    assertThat(company.api().post(ITEMS, FULL).status()).isEqualTo(201);
    JsonNode before = company.api().get(ITEMS + "/H-1.5").data();

    Answer patched =
        company.api().patch(ITEMS + "/H-1.5", "{\"ean\":null,\"stockCount\":3,\"active\":false}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode after = company.api().get(ITEMS + "/H-1.5").data();
    assertThat(after.path("ean").isNull()).isTrue();
    assertThat(after.path("stockCount").decimalValue()).isEqualByComparingTo("3");
    assertThat(after.path("active").asBoolean()).isFalse();
    String[] changed = {"ean", "stockCount", "active", "stock"};
    assertThat(without(after, changed)).isEqualTo(without(before, changed));
    assertThat(tree(company.received("PUT", "/3/articles/H-1.5").getLast().body()))
        .isEqualTo(
            tree("{\"Article\":{\"EAN\":\"API_BLANK\",\"QuantityInStock\":3,\"Active\":false}}"));
  }

  @Test
  void aDeletedItemIsGone() {
    Company company = system.company();
    assertThat(company.api().post(ITEMS, "{\"name\":\"Spik\"}").data().path("id").asText())
        .isEqualTo("1");

    assertThat(company.api().delete(ITEMS + "/1").status()).isEqualTo(200);

    assertThat(company.api().get(ITEMS + "/1").status()).isEqualTo(404);
    assertThat(company.atFortnox().records("articles")).isEmpty();
  }

  @Test
  void whatFortnoxRefusesComesBackWithItsWords() {
    Company company = system.company();
    company.api().post(ITEMS, "{\"name\":\"Spik\",\"itemNumber\":\"S\"}");

    Answer taken = company.api().post(ITEMS, "{\"name\":\"Spik\",\"itemNumber\":\"S\"}");
    Answer noSupplier = company.api().post(ITEMS, "{\"name\":\"Spik\",\"supplierId\":\"404\"}");

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.problem().at("/fortnox/code").asText()).isEqualTo("2000013");
    assertThat(noSupplier.status()).isEqualTo(400);
    assertThat(noSupplier.problem().at("/fortnox/code").asText()).isEqualTo("2000438");
  }

  @Test
  void listsArePagedFilteredAndSorted() {
    Company company = system.company();
    for (int i = 1; i <= 7; i++) {
      company
          .atFortnox()
          .seed(
              "articles",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("ArticleNumber", String.valueOf(i))
                  .put("Description", "Skruv " + i)
                  .put("Active", i != 3)
                  .put("QuantityInStock", 10 - i));
    }

    Answer second = company.api().get(ITEMS + "?limit=3&page=2&sortBy=itemNumber");

    assertThat(second.data().findValuesAsText("id")).containsExactly("4", "5", "6");
    assertThat(second.data().path(0).path("stockCount").decimalValue()).isEqualByComparingTo("6");
    assertThat(company.api().get(ITEMS + "?name=skruv%207").data().findValuesAsText("id"))
        .containsExactly("7");
    assertThat(company.api().get(ITEMS + "?active=false").data().findValuesAsText("id"))
        .containsExactly("3");
  }

  @Test
  void aCreationWhoseReplyWasLostIsFoundAgainByItsDescription() {
    Company company = system.company();
    company.trouble("POST", "/3/articles").once().failsAfterwardsWith(500);

    String task = company.later("POST", ITEMS, "{\"name\":\"Hammare\",\"note\":\"x\"}");

    JsonNode finished = company.finished(task);
    assertThat(finished.path("state").asText()).as(finished.toString()).isEqualTo("DONE");
    assertThat(company.atFortnox().records("articles")).hasSize(1);
    assertThat(company.received("POST", "/3/articles")).hasSize(1);
  }

  @Test
  void aCreationWithItsOwnNumberIsFoundAgainByThat() {
    Company company = system.company();
    company.trouble("POST", "/3/articles").once().failsAfterwardsWith(500);

    String task = company.later("POST", ITEMS, "{\"name\":\"Hammare\",\"itemNumber\":\"H.1\"}");

    assertThat(company.finished(task).path("state").asText()).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/articles")).hasSize(1);
    assertThat(company.received("GET", "/3/articles/H.1")).hasSize(1);
  }

  private Company companyWithSupplier() {
    Company company = system.company();
    company
        .atFortnox()
        .seed(
            "suppliers",
            JsonNodeFactory.instance
                .objectNode()
                .put("SupplierNumber", "7")
                .put("Name", "Papper & Penna AB"));
    return company;
  }
}
