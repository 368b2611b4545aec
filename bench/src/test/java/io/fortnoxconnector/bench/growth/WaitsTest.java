package io.fortnoxconnector.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 31, 32, 33, 63, 64, 1000, 86_400_000, 14L * 86_400_000})
  void oneWaitIsToldToWithinThreePerCent(long millis) {
    var waits = new Waits();
    waits.add(millis);
    waits.add(2 * millis + 1);

    assertThat((double) waits.percentile(0.5)).isCloseTo(millis, within(0.032 * millis));
    assertThat(waits.longest()).isEqualTo(2 * millis + 1);
  }

  @Test
  void percentilesCountFromTheShortest() {
    var waits = new Waits();
    for (int i = 1; i <= 100; i++) {
      waits.add(i < 100 ? 10 : 30);
    }

    assertThat(waits.percentile(0.99)).isEqualTo(10);
    assertThat(waits.percentile(1)).isEqualTo(30);
    assertThat(waits.total()).isEqualTo(100);
  }

  @Test
  void nothingWaitedForNothing() {
    assertThat(new Waits().percentile(0.99)).isZero();
  }
}
