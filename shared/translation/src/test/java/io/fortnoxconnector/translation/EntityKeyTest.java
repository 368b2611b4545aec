package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityKeyTest {
  private static final EntityKey VOUCHER =
      new EntityKey(List.of("VoucherSeries", "VoucherNumber"), Map.of("Year", "financialyear"));

  @ParameterizedTest
  @ValueSource(strings = {"A", "A-B", "1", "-", "A-1-2"})
  void severalKeysAreOneIdAndBack(String series) {
    var voucher =
        json("{'VoucherSeries':'" + series + "','VoucherNumber':17,'Year':5,'Description':'x'}");

    String id = VOUCHER.idOf(voucher);

    assertThat(id).isEqualTo(series + "-17-5");
    assertThat(VOUCHER.address("/3/vouchers", id))
        .contains(
            new EntityAddress("/3/vouchers", List.of(series, "17"), Map.of("financialyear", "5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "A-17", "-17-5", "A-x-5", "A-17-", "A--5", "17-5"})
  void anIdThatIsNoneIsNowhere(String id) {
    assertThat(VOUCHER.address("/3/vouchers", id)).isEmpty();
  }

  @Test
  void oneKeyIsTheIdWhateverIsInIt() {
    assertThat(EntityKey.of("Code").address("/3/units", "a-1/b"))
        .contains(new EntityAddress("/3/units", List.of("a-1/b"), Map.of()));
  }

  @Test
  void severalTextsAreOneIdWithSomethingBetweenThatNoneOfThemHolds() {
    EntityKey price = EntityKey.ofTexts(":", "PriceList", "ArticleNumber", "FromQuantity");
    String id = price.idOf(json("{'PriceList':'A','ArticleNumber':'H-1/2','FromQuantity':10.50}"));
    assertThat(id).isEqualTo("A:H-1/2:10.5");
    assertThat(price.address("/3/prices", id))
        .contains(new EntityAddress("/3/prices", List.of("A", "H-1/2", "10.5"), Map.of()));
    for (String none : List.of("", "A", "A:1", "A::0", "A:1:0:0", ":1:0")) {
      assertThat(price.address("/3/prices", none)).as(none).isEmpty();
    }
  }

  @Test
  void anEntityWithoutItsKeyHasNoId() {
    assertThatThrownBy(() -> VOUCHER.idOf(json("{'VoucherSeries':'A','VoucherNumber':17}")))
        .hasMessageContaining("Year");
  }
}
