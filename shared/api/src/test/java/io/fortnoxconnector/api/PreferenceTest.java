package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {

  @Test
  void whoeverPrefersNothingWaitsTenSeconds() {
    assertThat(Preference.of(Requests.withQuery(Map.of())).patience())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=5 | 5",
        "wait=0 | 0",
        "Wait = 7 | 7",
        "wait=25 | 25",
        "wait=26 | 25",
        "wait=999999 | 25",
        "wait=9999999 | 10",
        "wait=-1 | 10",
        "wait=soon | 10",
        "respond-async | 0",
        "respond-async, wait=20 | 0",
        "wait=20, respond-async | 0",
        "return=minimal; wait=3 | 3",
        "handling=lenient | 10",
      })
  void whatIsUnderstoodIsFollowedAndTheRestIgnored(String prefer, long seconds) {
    assertThat(Preference.of(Requests.withHeader("prefer", prefer)).patience())
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
