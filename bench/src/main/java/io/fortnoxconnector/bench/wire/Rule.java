package io.fortnoxconnector.bench.wire;

/** Decides about each exchange; called from many threads at once. */
@FunctionalInterface
public interface Rule {

  Rule FORWARD = exchange -> Action.FORWARD;

  /** Before the service hears of it: what is cut here never happened. */
  Action before(Exchange exchange);

  /**
   * After the service answered: what is cut here took effect, and nobody was told.
   *
   * @param reply the reply's body as text
   */
  default Action after(Exchange exchange, int status, String reply) {
    return Action.FORWARD;
  }
}
