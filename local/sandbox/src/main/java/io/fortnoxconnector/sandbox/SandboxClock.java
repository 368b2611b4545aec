package io.fortnoxconnector.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The sandbox's time: another clock's, moved as far as a test wants it. */
public final class SandboxClock extends Clock {

  private final Clock base;
  private volatile Duration shift = Duration.ZERO;

  SandboxClock(Clock base) {
    this.base = base;
  }

  public synchronized void advance(Duration time) {
    shift = shift.plus(time);
  }

  /** The clock goes on from there. */
  public synchronized void set(Instant now) {
    shift = Duration.between(base.instant(), now);
  }

  public synchronized void reset() {
    shift = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(shift);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    var moved = new SandboxClock(base.withZone(zone));
    moved.shift = shift;
    return moved;
  }
}
