package io.fortnoxconnector.connector.events;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How often a vendor's resources are looked at.
 *
 * @param usual of those that it has said nothing about
 * @param own what it has said, by the resource's name; zero for never
 */
record Rhythms(Rhythm usual, Map<String, Duration> own) {

  /** Empty where the resource isn't to be looked at. */
  Optional<Rhythm> of(Watched watched) {
    Duration interval = own.get(watched.name());
    if (interval == null) {
      return Optional.of(usual);
    }
    return interval.isZero() ? Optional.empty() : Optional.of(new Rhythm(interval));
  }
}
