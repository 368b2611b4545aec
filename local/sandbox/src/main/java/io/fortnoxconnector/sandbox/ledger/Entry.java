package io.fortnoxconnector.sandbox.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what was answered.
 *
 * @param number counts from 1
 * @param at the sandbox's own time
 * @param clientId null where the request named no client that is known
 * @param company null where the request belonged to no company
 * @param body as received; tokens, codes and the like are replaced by their fingerprints
 * @param answered the status, or {@code cut} for a connection closed without an answer
 * @param refreshTokens fingerprints of the refresh tokens that the request used
 */
public record Entry(
    long number,
    Instant at,
    @Nullable String clientId,
    @Nullable String company,
    String method,
    String path,
    String query,
    String body,
    String answered,
    List<String> refreshTokens) {

  public Entry {
    refreshTokens = List.copyOf(refreshTokens);
  }

  public boolean is(String wantedMethod, String pathPrefix) {
    return method.equals(wantedMethod) && path.startsWith(pathPrefix);
  }

  public boolean wasCut() {
    return answered.equals("cut");
  }
}
