package io.fortnoxconnector.fortnox;

import java.time.Duration;

/**
 * Fortnox's REST API, {@code https://api.fortnox.se}. One call is one request: nothing is repeated
 * in here.
 */
public interface FortnoxApi {

  /**
   * Sends one call and waits for its answer at most {@code timeout}. Never throws for what Fortnox
   * or the network does.
   */
  FortnoxReply send(FortnoxCall call, Secret accessToken, Duration timeout);
}
