package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a company has set up, to be read. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class SettingsFlowTest {

  private final LocalSystem system;

  SettingsFlowTest(LocalSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({
    "paymentTerms, 30, 30 dagar",
    "units, förp, förpackning",
    "paymentMethods, BG, Bankgiro",
    "currencies, EUR, Euro",
  })
  void aRegisterIsListedWholeAndReadOneByOne(String resource, String id, String name) {
    Caller api = system.company().api();
    String path = "/accounting/" + resource;

    Answer listed = api.get(path);

    assertThat(listed.status()).as(listed.text()).isEqualTo(200);
    assertThat(listed.warnings()).isEmpty();
    assertThat(listed.data().findValuesAsText("name")).contains(name);
    Answer one = api.get(path + "/" + Caller.encoded(id));
    assertThat(one.data().path("id").asText()).isEqualTo(id);
    assertThat(listed.data()).contains(one.data());
    assertThat(api.get(path + "/none").code()).isEqualTo("fortnox-not-found");
    assertThat(api.get(path + "?name=x").code()).isEqualTo("parameter-invalid");
    assertThat(api.post(path, "{}").code()).isEqualTo("method-unknown");
    assertThat(api.get(path + "?rawData=true").json().path("rawData").isObject()).isTrue();
  }

  @Test
  void theProfileIsTheCompanysOwn() {
    Company company = system.company();

    Answer profile = company.api().get("/accounting/profile");

    assertThat(profile.data().path("id").asText()).isEqualTo(company.number());
    assertThat(profile.data().path("companyName").asText()).contains(company.number());
    assertThat(profile.data().at("/address/city").asText()).isEqualTo("Växjö");
    assertThat(profile.header("ratelimit")).contains("fortnox");
  }

  @Test
  void theCompanysSettingsSayMoreAndWhenItsBooksAreLocked() {
    Company company = system.company();

    JsonNode settings = company.api().get("/accounting/companySettings").data();

    assertThat(settings.path("id").asText()).isEqualTo(company.number());
    assertThat(settings.path("vatId").asText()).isEqualTo("SE556036079301");
    assertThat(settings.at("/bankAccount/bankgiro").asText()).isEqualTo("5050-1055");
    assertThat(settings.at("/address/countryCode").asText()).isEqualTo("SE");
    assertThat(company.api().get("/accounting/lockedPeriod").data().path("endDate").isNull())
        .isTrue();
    company
        .atFortnox()
        .seed(
            "settings/lockedperiod",
            JsonNodeFactory.instance.objectNode().put("EndDate", "2026-06-30"));
    assertThat(company.api().get("/accounting/lockedPeriod").data().path("endDate").asText())
        .isEqualTo("2026-06-30");
  }

  @Test
  void taxRatesAreThoseOfSwedenAndCostNoCallToFortnox() {
    Company company = system.company();
    int before = company.received("GET", "/3/").size();

    Answer rates = company.api().get("/accounting/taxRates");

    assertThat(rates.data().findValuesAsText("code")).containsExactly("MP1", "MP2", "MP3", "MF");
    assertThat(rates.data().findValuesAsText("percentage")).containsExactly("25", "12", "6", "0");
    assertThat(company.received("GET", "/3/")).hasSize(before);
    assertThat(system.anybody().get("/accounting/taxRates").status()).isEqualTo(401);
  }

  @Test
  void aMissingScopeIsToldAndConcernsItsResourceAlone() {
    Company company = system.company();
    company.atFortnox().missingLicences(Set.of("currency"));

    assertThat(company.api().get("/accounting/currencies").code()).isEqualTo("licence-missing");
    assertThat(company.api().get("/accounting/units").status()).isEqualTo(200);
  }
}
