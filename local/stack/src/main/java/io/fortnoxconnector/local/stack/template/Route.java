package io.fortnoxconnector.local.stack.template;

import java.time.Duration;

/**
 * A route of the HTTP API.
 *
 * @param key {@code GET /accounting/customers/{contactId}}, {@code ANY /…} or {@code $default}
 * @param integrationTimeout after which API Gateway stops waiting for the function
 */
public record Route(String key, Duration integrationTimeout) {

  /** The key of the route that takes what no other takes. */
  public static final String DEFAULT = "$default";

  static final Duration LONGEST_INTEGRATION = Duration.ofSeconds(30);
}
