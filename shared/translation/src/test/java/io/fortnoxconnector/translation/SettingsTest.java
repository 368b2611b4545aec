package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void theDaysOfTermsOfPaymentFollowFromTheirCode() {
    var read = Settings.PAYMENT_TERMS.fromListRow(json("{'Code':'30','Description':'30 dagar'}"));
    assertThat(read.data().toString())
        .isEqualTo(json("{'id':'30','code':'30','name':'30 dagar','days':30}").toString());
    assertThat(read.warnings()).isEmpty();
    assertThat(
            Settings.PAYMENT_TERMS
                .fromFortnox(json("{'Code':'K','Description':'Kontant'}"))
                .data()
                .path("days")
                .isNull())
        .isTrue();
  }

  @Test
  void ratesAreDecimalsWhetherFortnoxWritesANumberOrAText() {
    var read =
        Settings.CURRENCIES.fromFortnox(
            json("{'Code':'EUR','BuyRate':'11.23','SellRate':11.5,'Unit':1,'IsAutomatic':true}"));

    assertThat(read.data().path("buyRate").decimalValue()).isEqualByComparingTo("11.23");
    assertThat(read.data().path("sellRate").decimalValue()).isEqualByComparingTo("11.5");
    assertThat(read.data().path("isAutomatic").asBoolean()).isTrue();
  }

  @Test
  void theProfileIsOneWithoutAnId() {
    assertThat(Settings.PROFILE.isSingleton()).isTrue();
    assertThat(Settings.PROFILE.address(""))
        .contains(new EntityAddress("/3/companyinformation", List.of(), Map.of()));
    assertThat(
            Settings.PROFILE
                .fromFortnox(json("{'DatabaseNumber':123456,'CompanyName':'A','City':'Växjö'}"))
                .data()
                .at("/address/city")
                .asText())
        .isEqualTo("Växjö");
  }

  @Test
  void settingsAreOnlyRead() {
    for (Resource resource :
        List.of(Settings.PAYMENT_TERMS, Settings.UNITS, Settings.CURRENCIES, Settings.PROFILE)) {
      assertThat(resource.operations()).containsExactly(Operation.READ);
      assertThat(resource.fields()).allMatch(FieldDescription::readOnly);
    }
  }
}
