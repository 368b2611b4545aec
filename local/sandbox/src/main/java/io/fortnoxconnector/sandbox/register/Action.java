package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something that a document can be told to do, at {@code /3/{register}/{key}/{action}}.
 *
 * @param method PUT, or GET for what sends something
 */
record Action(String method, Work work) {

  /** Changes the record, or says why it can't be. */
  @FunctionalInterface
  interface Work {
    Optional<Refusal> on(ObjectNode record, Books books);
  }

  static Action put(Work work) {
    return new Action("PUT", work);
  }

  static Action get(Work work) {
    return new Action("GET", work);
  }
}
