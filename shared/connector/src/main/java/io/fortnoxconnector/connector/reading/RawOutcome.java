package io.fortnoxconnector.connector.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.problems.Problem;

/** What a call in Fortnox's own terms came to that only reads. */
public sealed interface RawOutcome {

  /**
   * Fortnox's document as it came.
   *
   * @param left how many more requests the company's budget has for these five seconds
   */
  record Answered(JsonNode body, int left) implements RawOutcome {}

  record Failed(Problem problem) implements RawOutcome {}
}
