package io.fortnoxconnector.connector.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection's events have come on their way to a webhook. It stands behind the last one
 * that the receiver took; nothing else is kept of those that are to come.
 *
 * @param version counts the writes; 0 where nothing has been written yet
 * @param last the number of the last event that is done with
 * @param attempts how often the next one was tried
 * @param failingSince when it was first tried
 * @param failedAt when it was last tried
 * @param retryAt not before that; null for at once
 * @param pausedAt when it was given up; null where it goes on
 */
public record Lane(
    LaneKey key,
    long version,
    long last,
    int attempts,
    @Nullable Instant failingSince,
    @Nullable Instant failedAt,
    @Nullable Instant retryAt,
    @Nullable Instant pausedAt) {

  /** Of a lane on which nothing has come yet. */
  public static Lane begin(LaneKey key) {
    return new Lane(key, 0, 0, 0, null, null, null, null);
  }

  /** What of it still counts, after what has become of the webhook since. */
  Lane as(Webhook.Health health) {
    if (isBefore(pausedAt == null ? failedAt : pausedAt, health.resumedAt())) {
      return new Lane(key, version, last, 0, null, null, null, null);
    }
    return isBefore(failedAt, health.recoveredAt())
        ? new Lane(key, version, last, attempts, failingSince, failedAt, null, pausedAt)
        : this;
  }

  private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
    return other != null && (one == null || one.isBefore(other));
  }

  /** Whether nobody may try yet. */
  boolean waitsAt(Instant now) {
    return pausedAt != null || (retryAt != null && retryAt.isAfter(now));
  }

  /** All up to that event is done with. */
  Lane at(long number) {
    return new Lane(key, version, number, 0, null, null, null, null);
  }

  Lane failed(Instant now, Instant next) {
    return new Lane(
        key,
        version,
        last,
        attempts + 1,
        failingSince == null ? now : failingSince,
        now,
        next,
        null);
  }

  boolean hasFailedFor(Duration time, Instant now) {
    return failingSince != null && !now.isBefore(failingSince.plus(time));
  }

  Lane putOff(@Nullable Instant until) {
    return new Lane(key, version, last, attempts, failingSince, failedAt, until, pausedAt);
  }

  Lane paused(Instant now) {
    return new Lane(key, version, last, attempts, failingSince, failedAt, null, now);
  }

  public Lane withVersion(long other) {
    return new Lane(key, other, last, attempts, failingSince, failedAt, retryAt, pausedAt);
  }
}
