package io.fortnoxconnector.sandbox.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One limit per client id and company: "300 requests per minute per client-id and tenant". */
public final class RateLimits {

  private record Key(String clientId, String company) {}

  private final Map<Key, RateLimit> limits = new ConcurrentHashMap<>();
  private volatile RateLimit.Kind kind;

  public RateLimits(RateLimit.Kind kind) {
    this.kind = kind;
  }

  /** Counts begin anew. */
  public void countAs(RateLimit.Kind wanted) {
    kind = wanted;
    limits.clear();
  }

  public Optional<Duration> refuse(String clientId, String company, Instant now) {
    return limits
        .computeIfAbsent(new Key(clientId, company), key -> RateLimit.of(kind))
        .refuse(now);
  }
}
