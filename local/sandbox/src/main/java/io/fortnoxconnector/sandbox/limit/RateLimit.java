package io.fortnoxconnector.sandbox.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether one more request from one client for one company is still within the limit. */
public interface RateLimit {

  /** How Fortnox counts; which of the two it is isn't published. */
  enum Kind {
    /** 25 in any 5 s, request by request. */
    EXACT,
    /** The estimate from two fixed windows that Fortnox's older page on rate limits describes. */
    TWO_WINDOWS,
    /** Everything passes. */
    NONE
  }

  /** Requests that a window holds. */
  int REQUESTS = 25;

  /** Length of the window. */
  Duration WINDOW = Duration.ofSeconds(5);

  /** Empty if the request passes and is counted; else how long until another one would. */
  Optional<Duration> refuse(Instant now);

  static RateLimit of(Kind kind) {
    return switch (kind) {
      case EXACT -> new SlidingWindow();
      case TWO_WINDOWS -> new TwoWindowCounter();
      case NONE -> now -> Optional.empty();
    };
  }
}
