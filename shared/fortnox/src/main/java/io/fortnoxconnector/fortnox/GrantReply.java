package io.fortnoxconnector.fortnox;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Fortnox's token endpoint said. */
public sealed interface GrantReply {

  /**
   * Tokens.
   *
   * @param refreshToken single use; null for client credentials
   * @param scopes what was granted
   * @param lifetime of the access token, 3,600 s at Fortnox
   */
  record Granted(
      Secret accessToken, @Nullable Secret refreshToken, Set<String> scopes, Duration lifetime)
      implements GrantReply {}

  /**
   * The code or refresh token was used, has expired or is unknown; or the company has withdrawn its
   * consent.
   */
  record InvalidGrant(String description) implements GrantReply {}

  /** Client id and secret don't belong together. */
  record InvalidClient(String description) implements GrantReply {}

  /**
   * The company lacks a licence ({@code error_missing_license}, {@code error_missing_app_license}).
   */
  record LicenceMissing(String description) implements GrantReply {}

  /**
   * Fortnox refused for another reason, such as {@code invalid_scope} or {@code
   * unauthorized_client}.
   */
  record Refused(int status, String error, String description) implements GrantReply {}

  /** Trouble on Fortnox's side: 429 or 5xx. */
  record Unavailable(int status) implements GrantReply {}

  /**
   * No answer came.
   *
   * @param mayHaveArrived true where a single-use token may have been used up by the lost call
   */
  record NoReply(boolean mayHaveArrived, String reason) implements GrantReply {}
}
