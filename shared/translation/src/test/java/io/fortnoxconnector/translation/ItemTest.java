package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Items.ITEMS;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static io.fortnoxconnector.translation.WriteMode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTest {

  @Test
  void aListRowWithNumbersAsTextsReadsLikeTheSingleArticle() {
    ObjectNode single =
        json("{'ArticleNumber':'7','Description':'Hammare','PurchasePrice':665.09,'VAT':25}");
    ObjectNode row =
        json("{'ArticleNumber':'7','Description':'Hammare','PurchasePrice':'665.09','VAT':'25'}");
    for (String field : new String[] {"id", "name", "unitPurchasePrice", "taxRatePercentage"}) {
      assertThat(ITEMS.fromListRow(row).data().get(field))
          .isEqualTo(ITEMS.fromFortnox(single).data().get(field));
    }
  }

  @Test
  void accountsAreTextsHereAndNumbersThereAndNoneIsNull() {
    ObjectNode read =
        ITEMS
            .fromFortnox(json("{'SalesAccount':3001,'ConstructionAccount':0,'EUAccount':3108}"))
            .data();
    assertThat(read.get("incomeAccountId").asText()).isEqualTo("3001");
    assertThat(read.at("/salesAccounts/construction").isNull()).isTrue();

    var body = json("{'name':'A','incomeAccountId':'3002','salesAccounts':{'eu':'3108'}}");
    assertThat(accepted(ITEMS.toFortnox(body, CREATE)).entity())
        .isEqualTo(json("{'Description':'A','SalesAccount':3002,'EUAccount':3108}"));
    assertThat(rejected(ITEMS.toFortnox(json("{'incomeAccountId':3002}"), PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/incomeAccountId");
  }

  @Test
  void aUnitWithoutAWordIsNoLossAsItsCodeShows() {
    Unified read = ITEMS.fromFortnox(json("{'Unit':'tjog'}"));
    assertThat(read.data().get("unit").asText()).isEqualTo("tjog");
    assertThat(read.data().get("unitName").isNull()).isTrue();
    assertThat(read.warnings()).isEmpty();
    assertThat(ITEMS.fromFortnox(json("{'Unit':'st'}")).data().get("unitName").asText())
        .isEqualTo("PIECE");
  }

  @Test
  void wordAndCodeOfAUnitMustAgree() {
    assertThat(accepted(ITEMS.toFortnox(json("{'unitName':'STÜCK'}"), PATCH)).entity())
        .isEqualTo(json("{'Unit':'st'}"));
    assertThat(accepted(ITEMS.toFortnox(json("{'unitName':null,'unit':'tjog'}"), PATCH)).entity())
        .isEqualTo(json("{'Unit':'tjog'}"));
    assertThat(rejected(ITEMS.toFortnox(json("{'unitName':'HOUR','unit':'st'}"), PATCH)))
        .extracting(FieldProblem::code)
        .containsExactly("field-contradiction");
  }

  @Test
  void aSalesPriceIsKeptBesideTheArticleWhichRefusesIt() {
    var patched = accepted(ITEMS.toFortnox(json("{'unitSalesPrice':10.5,'note':'x'}"), PATCH));
    assertThat(patched.entity()).isEqualTo(json("{'Note':'x'}"));
    assertThat(patched.warnings()).isEmpty();
    assertThat(patched.rows()).isEqualTo(Map.of("unitSalesPrice", List.of(json("{'Price':10.5}"))));
    assertThat(
            ITEMS
                .fromFortnox(json("{'SalesPrice':3}"), patched.rows())
                .data()
                .get("unitSalesPrice")
                .decimalValue())
        .isEqualByComparingTo("10.5");
    assertThat(accepted(ITEMS.toFortnox(json("{'note':'x'}"), PATCH)).rows()).isEmpty();
    assertThat(rejected(ITEMS.toFortnox(json("{'unitSalesPrice':null}"), PATCH)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/unitSalesPrice", "field-not-clearable"));
    assertThat(rejected(ITEMS.toFortnox(json("{'unitSalesPrice':1.005}"), PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/unitSalesPrice");
  }

  @Test
  void aReplaceEmptiesNeitherTheShelfNorTheVat() {
    ObjectNode sent = accepted(ITEMS.toFortnox(json("{'name':'A'}"), REPLACE)).entity();
    assertThat(sent.has("QuantityInStock")).isFalse();
    assertThat(sent.has("VAT")).isFalse();
    assertThat(sent.get("EAN").asText()).isEqualTo("API_BLANK");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-1.b/2+_", "å7"})
  void articleNumbersMayHaveFortnoxsCharacters(String number) {
    var body = json("{'name':'A'}").put("itemNumber", number);
    assertThat(accepted(ITEMS.toFortnox(body, CREATE)).entity().get("ArticleNumber").asText())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a b", "a?b", "a#"})
  void whatWouldChangeThePathIsNoArticleNumber(String number) {
    var body = json("{'name':'A'}").put("itemNumber", number);
    assertThat(rejected(ITEMS.toFortnox(body, CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/itemNumber");
  }

  @Test
  void decimalsThatFortnoxWouldRoundAreRefused() {
    var body = json("{'stockCount':1.125,'unitPurchasePrice':1.005,'depth':1.5}");
    assertThat(rejected(ITEMS.toFortnox(body, PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder("/stockCount", "/unitPurchasePrice", "/depth");
  }

  @Test
  void filtersAreFortnoxsParameters() {
    assertThat(ITEMS.filters(Map.of("name", "hammare", "inWebshop", "true", "active", "false")))
        .isEqualTo(
            new FilterTranslation.Accepted(
                Map.of("description", "hammare", "webshop", "true", "filter", "inactive")));
    assertThat(ITEMS.filters(Map.of("type", "SERVICE")))
        .isInstanceOf(FilterTranslation.Rejected.class);
  }
}
