package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.Secret;

/** An access token, or why there is none. */
public sealed interface TokenReply {

  /**
   * One to use now.
   *
   * @param version of the stored tokens that this one belongs to
   */
  record Ready(Secret accessToken, long version) implements TokenReply {}

  /** None now; asking again later may give one. */
  record Later(Problem problem) implements TokenReply {}

  /** None until somebody acts: the company, or the vendor. */
  record Lost(Problem problem) implements TokenReply {}
}
