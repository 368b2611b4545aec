package io.fortnoxconnector.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void aBoundItselfIsWithinIt() {
    assertThat(rate(270).atLeast(270).isMissed()).isFalse();
    assertThat(rate(269.9).atLeast(270).isMissed()).isTrue();
    assertThat(rate(3).atMost(3).isMissed()).isFalse();
    assertThat(rate(3.1).atMost(3).isMissed()).isTrue();
  }

  @Test
  void lessIsNotAsMuch() {
    assertThat(rate(15).below(15).isMissed()).isTrue();
    assertThat(rate(14.9).below(15).isMissed()).isFalse();
  }

  @Test
  void whatWasntPromisedCantBeMissed() {
    assertThat(rate(0).isMissed()).isFalse();
    assertThat(rate(0).wanted()).isEmpty();
  }

  @Test
  void durationsAreShownInMilliseconds() {
    Figure figure = Figure.of("part", "name", Duration.ofNanos(1_234_567)).below(15);

    assertThat(figure.shown()).isEqualTo("1.23 ms");
    assertThat(figure.wanted()).isEqualTo("< 15");
  }

  private static Figure rate(double value) {
    return Figure.of("part", "name", value, "");
  }
}
