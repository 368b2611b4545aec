package io.fortnoxconnector.sandbox.oauth;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint hands out.
 *
 * @param refreshToken null for client credentials and where offline access wasn't asked for
 */
public record Tokens(String accessToken, @Nullable String refreshToken, Set<String> scopes) {

  @Override
  public String toString() {
    return "Tokens[" + scopes + "]";
  }
}
