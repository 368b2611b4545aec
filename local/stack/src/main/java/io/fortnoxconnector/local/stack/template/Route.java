package io.fortnoxconnector.local.stack.template;

import java.time.Duration;
import java.util.List;

/**
 * A route of the HTTP API.
 *
 * @param key {@code GET /accounting/customers/{contactId}}, {@code ANY /…} or {@code $default}
 * @param integrationTimeout after which API Gateway stops waiting for the function
 */
public record Route(String key, Duration integrationTimeout) {

  /** What the API's functions take of an {@code ANY} route: the others they answer with 405. */
  private static final List<String> OF_AN_ENTITY = List.of("GET", "PUT", "PATCH", "DELETE");

  private static final String ANY = "ANY ";

  /** The key of the route that takes what no other takes. */
  public static final String DEFAULT = "$default";

  /** Its key with each method that it's for. */
  public List<String> operations() {
    return key.startsWith(ANY)
        ? OF_AN_ENTITY.stream().map(method -> method + " " + key.substring(ANY.length())).toList()
        : List.of(key);
  }

  static final Duration LONGEST_INTEGRATION = Duration.ofSeconds(30);
}
