package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a vendor has changes looked for. */
@ExtendWith(SystemExtension.class)
@SideBySide
class EventIntervalTest {

  private static final String PATH = "/tenants/event-intervals";

  private final LocalSystem system;

  EventIntervalTest(LocalSystem system) {
    this.system = system;
  }

  private static String body(String seconds) {
    return "{\"seconds\":" + seconds + "}";
  }

  @Test
  void aVendorSetsItsIntervalsAndNobodyElses() {
    Vendor vendor = system.company().vendor();
    Vendor other = system.company().vendor();
    Answer before = vendor.api().get(PATH);
    assertThat(before.status()).as(before.text()).isEqualTo(200);
    assertThat(before.data().path("usualSeconds").asInt()).isPositive();
    assertThat(before.data().path("seconds")).isEmpty();

    Answer set = vendor.api().json("PUT", PATH, body("{\"customers\":60,\"items\":0}"));

    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.data().at("/seconds/customers").asInt()).isEqualTo(60);
    assertThat(vendor.api().get(PATH).data()).isEqualTo(set.data());
    assertThat(set.data().path("seconds")).hasSize(2);
    assertThat(other.api().get(PATH).data().path("seconds")).isEmpty();
    vendor.api().json("PUT", PATH, body("{}"));
    assertThat(vendor.api().get(PATH).data().path("seconds")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"customers\":59}|/seconds/customers",
        "{\"customers\":86401}|/seconds/customers",
        "{\"customers\":-1}|/seconds/customers",
        "{\"customers\":60.5}|/seconds/customers",
        "{\"customers\":\"60\"}|/seconds/customers",
        "{\"moons\":60}|/seconds/moons",
        "[]|/seconds"
      })
  void anIntervalThatCanNotBeIsRefusedAndNothingIsSet(String seconds, String pointer) {
    Vendor vendor = system.company().vendor();

    Answer refused = vendor.api().json("PUT", PATH, body(seconds));

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.problem().path("pointer").asText()).isEqualTo(pointer);
    assertThat(vendor.api().get(PATH).data().path("seconds")).isEmpty();
  }
}
