package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something that a document can be told to do, at {@code /3/{register}/{key}/{action}}.
 *
 * @param method PUT, or GET for what sends or shows something
 * @param isPdf whether the document comes as a PDF
 */
record Action(String method, Work work, boolean isPdf) {

  /** Changes the record, or says why it can't be. */
  @FunctionalInterface
  interface Work {
    Optional<Refusal> on(ObjectNode record, Books books);
  }

  static Action put(Work work) {
    return new Action("PUT", work, false);
  }

  static Action get(Work work) {
    return new Action("GET", work, false);
  }

  static Action pdf(Work work) {
    return new Action("GET", work, true);
  }
}
