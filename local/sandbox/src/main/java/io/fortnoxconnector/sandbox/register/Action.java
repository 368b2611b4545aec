package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document can be told to do, at {@code /3/{register}/{key}/{action}}.
 *
 * @param method PUT, or GET for what sends or shows something
 * @param isPdf whether the document comes as a PDF
 * @param made what comes instead of the document: the one that was made of it; null for none
 */
record Action(String method, Work work, boolean isPdf, @Nullable Made made) {

  /**
   * Another document.
   *
   * @param reference the field that has its number
   */
  record Made(String register, String reference) {}

  /** Changes the record, or says why it can't be. */
  @FunctionalInterface
  interface Work {
    Optional<Refusal> on(ObjectNode record, Books books);
  }

  static Action put(Work work) {
    return new Action("PUT", work, false, null);
  }

  /** Makes another document, and answers with that. */
  static Action making(String register, String reference, Work work) {
    return new Action("PUT", work, false, new Made(register, reference));
  }

  static Action get(Work work) {
    return new Action("GET", work, false, null);
  }

  static Action pdf(Work work) {
    return new Action("GET", work, true, null);
  }
}
