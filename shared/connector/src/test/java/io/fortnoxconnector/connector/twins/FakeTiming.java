package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that stands still until it's advanced or somebody pauses: a pause advances it at once.
 */
public final class FakeTiming implements Timing {

  /** A Monday morning; whole milliseconds, which is what stores keep. */
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pause(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  /** All pauses so far, in order. */
  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
