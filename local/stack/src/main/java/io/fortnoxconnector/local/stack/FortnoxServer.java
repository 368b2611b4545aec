package io.fortnoxconnector.local.stack;

import java.net.URI;

/** A Fortnox that the stack starts for itself and ends with itself, the sandbox for one. */
public interface FortnoxServer extends AutoCloseable {

  /** The REST API, for the template's parameter FortnoxApiUrl. */
  URI apiUrl();

  /** The OAuth endpoints, for the template's parameter FortnoxAuthUrl. */
  URI authUrl();

  @Override
  void close();
}
