package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.time.Clock;
import java.time.Duration;

/**
 * How a sandbox is to be.
 *
 * @param port 0 for any free one
 * @param defaults whether there are an app and two companies from the start
 * @param limit how requests are counted
 * @param retryAfter whether a 429 says when to come again; whether Fortnox's does isn't known
 * @param sameInstant how long after its first use a refresh token still answers, with only the last
 *     pair valid; zero: never
 * @param refusesPagesBeyondTheEnd whether such a page is error 2001889 or an empty list; both are
 *     reported
 */
public record SandboxOptions(
    int port,
    Clock clock,
    boolean defaults,
    RateLimit.Kind limit,
    boolean retryAfter,
    Duration sameInstant,
    boolean refusesPagesBeyondTheEnd) {

  static SandboxOptions initial() {
    return new SandboxOptions(
        0, Clock.systemUTC(), false, RateLimit.Kind.EXACT, false, Duration.ZERO, true);
  }

  public SandboxOptions port(int wanted) {
    return new SandboxOptions(
        wanted, clock, defaults, limit, retryAfter, sameInstant, refusesPagesBeyondTheEnd);
  }

  public SandboxOptions clock(Clock wanted) {
    return new SandboxOptions(
        port, wanted, defaults, limit, retryAfter, sameInstant, refusesPagesBeyondTheEnd);
  }

  public SandboxOptions withDefaults() {
    return new SandboxOptions(
        port, clock, true, limit, retryAfter, sameInstant, refusesPagesBeyondTheEnd);
  }

  public SandboxOptions limit(RateLimit.Kind wanted) {
    return new SandboxOptions(
        port, clock, defaults, wanted, retryAfter, sameInstant, refusesPagesBeyondTheEnd);
  }

  public SandboxOptions retryAfter(boolean wanted) {
    return new SandboxOptions(
        port, clock, defaults, limit, wanted, sameInstant, refusesPagesBeyondTheEnd);
  }

  public SandboxOptions sameInstant(Duration wanted) {
    return new SandboxOptions(
        port, clock, defaults, limit, retryAfter, wanted, refusesPagesBeyondTheEnd);
  }

  public SandboxOptions refusesPagesBeyondTheEnd(boolean wanted) {
    return new SandboxOptions(port, clock, defaults, limit, retryAfter, sameInstant, wanted);
  }
}
