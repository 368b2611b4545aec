package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.Prices.PRICES;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceTest {

  @Test
  void aPriceHoldsFromTheFirstOneOnUnlessItSaysOtherwise() {
    var first = json("{'priceListId':'A','itemId':'H-1','price':10}");
    assertThat(PRICES.chosenNumber(accepted(PRICES.toFortnox(first, CREATE)).entity()))
        .contains("A:H-1:0");
    var ten = json("{'priceListId':'A','itemId':'H-1','fromQuantity':10,'price':9}");
    assertThat(PRICES.chosenNumber(accepted(PRICES.toFortnox(ten, CREATE)).entity()))
        .contains("A:H-1:10");
    assertThat(accepted(PRICES.toFortnox(json("{'price':9.5}"), PATCH)).entity())
        .isEqualTo(json("{'Price':9.5}"));
  }

  @Test
  void itsIdSaysWhichListItemAndQuantity() {
    assertThat(
            PRICES
                .fromListRow(
                    json("{'PriceList':'A','ArticleNumber':'H-1','FromQuantity':0,'Price':1}"))
                .data()
                .get("id")
                .asText())
        .isEqualTo("A:H-1:0");
    assertThat(rejected(PRICES.toFortnox(json("{'price':1}"), CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder("/priceListId", "/itemId");
  }
}
