package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.tokens.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook's messages are signed with.
 *
 * @param until when it ends, of one that has a successor; null of the newest
 */
public record SigningKey(Sealed sealed, @Nullable Instant until) {

  boolean signsAt(Instant now) {
    return until == null || until.isAfter(now);
  }
}
