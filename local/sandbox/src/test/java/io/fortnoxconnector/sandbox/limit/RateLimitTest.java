package io.fortnoxconnector.sandbox.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noFiveSecondsEverHoldMoreThanTwentyFive(long seed) {
    var random = new Random(seed);
    var limit = RateLimit.of(RateLimit.Kind.EXACT);
    var passed = new ArrayList<Instant>();
    var now = START;
    for (int i = 0; i < 2000; i++) {
      now = now.plusMillis(random.nextInt(random.nextBoolean() ? 10 : 600));
      if (limit.refuse(now).isEmpty()) {
        passed.add(now);
      }
    }
    for (int i = RateLimit.REQUESTS; i < passed.size(); i++) {
      var span = Duration.between(passed.get(i - RateLimit.REQUESTS), passed.get(i));
      assertThat(span).isGreaterThanOrEqualTo(RateLimit.WINDOW);
    }
    assertThat(passed).hasSizeGreaterThan(500);
  }

  @Test
  void aRefusalSaysWhenTheNextOnePasses() {
    var limit = RateLimit.of(RateLimit.Kind.EXACT);
    for (int i = 0; i < 25; i++) {
      assertThat(limit.refuse(START.plusMillis(i * 10))).isEmpty();
    }

    var wait = limit.refuse(START.plusSeconds(1)).orElseThrow();

    assertThat(wait).isEqualTo(Duration.ofSeconds(4));
    assertThat(limit.refuse(START.plusSeconds(5).minusMillis(1))).isPresent();
    assertThat(limit.refuse(START.plusSeconds(5))).isEmpty();
  }

  @Test
  void theTwoWindowCounterStillRemembersABurstWhenTheWindowTurns() {
    var limit = RateLimit.of(RateLimit.Kind.TWO_WINDOWS);
    for (int i = 0; i < 25; i++) {
      assertThat(limit.refuse(START.plusMillis(i))).isEmpty();
    }

    assertThat(limit.refuse(START.plusSeconds(5))).isPresent();
    // A fifth of the window on, a fifth of the old count has faded: 20 of 25 still weigh.
    for (int i = 0; i < 5; i++) {
      assertThat(limit.refuse(START.plusSeconds(6))).isEmpty();
    }
    assertThat(limit.refuse(START.plusSeconds(6))).isPresent();
    assertThat(limit.refuse(START.plusSeconds(20))).isEmpty();
  }

  @Test
  void clientsAndCompaniesAreCountedApart() {
    var limits = new RateLimits(RateLimit.Kind.EXACT);
    for (int i = 0; i < 25; i++) {
      limits.refuse("client", "1", START);
    }

    assertThat(limits.refuse("client", "1", START)).isPresent();
    assertThat(limits.refuse("client", "2", START)).isEmpty();
    assertThat(limits.refuse("other", "1", START)).isEmpty();
  }
}
