package io.fortnoxconnector.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void medianAndP99AreMeasuredValuesThatHalfAndOneInAHundredExceed() {
    var sample = new Sample();
    IntStream.rangeClosed(1, 200).forEach(i -> sample.add(Duration.ofMillis(i)));

    assertThat(sample.median()).isEqualTo(Duration.ofMillis(100));
    assertThat(sample.p99()).isEqualTo(Duration.ofMillis(198));
  }

  @Test
  void nothingMeasuredIsNoTime() {
    assertThat(new Sample().median()).isZero();
  }
}
