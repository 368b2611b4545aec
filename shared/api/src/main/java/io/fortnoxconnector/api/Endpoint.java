package io.fortnoxconnector.api;

/** Answers requests. Throws {@link Rejected} for what is the caller's to put right. */
@FunctionalInterface
public interface Endpoint {

  HttpResponse answer(HttpRequest request);

  /**
   * The route that is asked for before a snapshot, with a key that nobody has. Its answer must
   * change nothing.
   */
  default String rehearsalRoute() {
    return "$default";
  }

  /** Runs, before a snapshot, what such a request doesn't come to, as far as it has no effect. */
  default void rehearse() {}
}
