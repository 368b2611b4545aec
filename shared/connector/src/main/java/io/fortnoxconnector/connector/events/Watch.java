package io.fortnoxconnector.connector.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a resource of a connection has been looked at.
 *
 * @param lookedAt when the last look began that is told in full: its changes before that are told.
 *     Null until there is something to compare with: nothing is told yet
 * @param sweptAt when the last look at the whole list began that is told in full
 * @param reading what has been begun and isn't finished; null between looks
 * @param notBefore when to look again after Fortnox refused; null where it didn't
 */
public record Watch(
    String resource,
    @Nullable Instant lookedAt,
    @Nullable Instant sweptAt,
    @Nullable Reading reading,
    @Nullable Instant notBefore) {

  /** What is read. */
  public enum Kind {
    /** The whole list. */
    SWEEP,
    /** What changed since a time. */
    WINDOW
  }

  /**
   * A look that takes longer than one invocation has.
   *
   * @param begun before the first page was asked for
   * @param after the text of the cursor behind what has been told; null at the list's beginning
   * @param pages how many pages have been told
   * @param isListed whether all pages have been told, and only what is missing isn't yet
   */
  public record Reading(
      Kind kind, Instant begun, @Nullable String after, int pages, boolean isListed) {

    static Reading begin(Kind kind, Instant now) {
      return new Reading(kind, now, null, 0, false);
    }

    Reading told(@Nullable String next) {
      return new Reading(kind, begun, next, pages + 1, next == null);
    }
  }

  /** Of a resource that nobody has looked at. */
  public static Watch begin(String resource) {
    return new Watch(resource, null, null, null, null);
  }

  /** Whether what is found is only noted, since nothing was known before. */
  boolean isSilent() {
    return lookedAt == null;
  }

  Watch at(@Nullable Reading now) {
    return new Watch(resource, lookedAt, sweptAt, now, null);
  }

  Watch refused(Instant until) {
    return new Watch(resource, lookedAt, sweptAt, null, until);
  }

  /** All of that reading is told. */
  Watch finished(Reading done, boolean isDated) {
    boolean swept = done.kind() == Kind.SWEEP;
    return new Watch(
        resource,
        swept && isDated ? lookedAt : done.begun(),
        swept ? done.begun() : sweptAt,
        null,
        null);
  }

  /**
   * What is to be read now; null for nothing.
   *
   * @param due what is due by then: what a look itself has read isn't due again in it, however
   *     short the intervals are
   */
  @Nullable Reading next(boolean isDated, Rhythm rhythm, Instant due, Instant now) {
    if (reading != null) {
      return reading;
    }
    if (due.isBefore(nextAt(isDated, rhythm))) {
      return null;
    }
    boolean window =
        isDated && sweptAt != null && (lookedAt == null || isOver(lookedAt, rhythm.window(), due));
    return Reading.begin(window ? Kind.WINDOW : Kind.SWEEP, now);
  }

  /** When the next look is due. */
  Instant nextAt(boolean isDated, Rhythm rhythm) {
    if (reading != null) {
      return Instant.EPOCH;
    }
    if (notBefore != null) {
      return notBefore;
    }
    if (sweptAt == null || lookedAt == null) {
      return Instant.EPOCH;
    }
    Instant sweep = sweptAt.plus(rhythm.sweep(isDated));
    Instant window = lookedAt.plus(rhythm.window());
    return isDated && window.isBefore(sweep) ? window : sweep;
  }

  private static boolean isOver(Instant from, Duration time, Instant now) {
    return !now.isBefore(from.plus(time));
  }
}
