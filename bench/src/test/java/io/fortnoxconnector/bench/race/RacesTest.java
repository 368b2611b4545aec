package io.fortnoxconnector.bench.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.bench.faults.Bed;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each race once. */
class RacesTest {

  private static Bed bed;

  @BeforeAll
  static void start() {
    bed = Races.bed();
  }

  @AfterAll
  static void stop() {
    bed.close();
  }

  static Stream<Arguments> races() {
    return Races.all().entrySet().stream()
        .map(race -> Arguments.of(race.getKey(), race.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  void everyPromiseIsKept(String name, Race race) throws InterruptedException {
    assertThat(race.run(bed)).as(name).isEmpty();
  }
}
