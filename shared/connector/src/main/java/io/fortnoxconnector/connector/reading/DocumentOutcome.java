package io.fortnoxconnector.connector.reading;

import com.fasterxml.jackson.databind.node.BinaryNode;
import io.fortnoxconnector.connector.problems.Problem;

/** What the read of a document came to. */
public sealed interface DocumentOutcome {

  /**
   * A PDF.
   *
   * @param left how many more requests the company's budget has for these five seconds
   */
  record Pdf(BinaryNode content, int left) implements DocumentOutcome {}

  record Failed(Problem problem) implements DocumentOutcome {}
}
