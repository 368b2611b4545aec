package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one call. */
public sealed interface FortnoxReply {

  /**
   * Fortnox did it: a 2xx.
   *
   * @param body the document as it came, a PDF as a binary node, or an empty object where there was
   *     none (204)
   * @param requestId Fortnox's {@code X-Uid}, for its support
   */
  record Answered(int status, JsonNode body, @Nullable String requestId) implements FortnoxReply {}

  /** Fortnox said no, for good: repeating the same call gives the same answer. */
  record Refused(FortnoxError error) implements FortnoxReply {}

  /** 401: the access token has expired or isn't one. Nothing was done. */
  record Unauthorized() implements FortnoxReply {}

  /** 429: over the limit. Nothing was done. */
  record Throttled(@Nullable Duration retryAfter) implements FortnoxReply {}

  /** Trouble on Fortnox's side (5xx, or codes 1000003 and 1000029). A write may have been done. */
  record Unavailable(int status, String reason) implements FortnoxReply {}

  /**
   * No answer came.
   *
   * @param mayHaveArrived false only where the connection was never made, so that nothing can have
   *     happened
   */
  record NoReply(boolean mayHaveArrived, String reason) implements FortnoxReply {}
}
