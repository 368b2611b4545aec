package io.fortnoxconnector.connector.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.FortnoxError;

/** What came of one call for a connection. */
public sealed interface CallOutcome {

  /**
   * Fortnox did it.
   *
   * @param left how many more requests the company's budget had for the five seconds around this
   *     one
   */
  record Answered(JsonNode body, int left) implements CallOutcome {}

  /** Fortnox said no, for good. */
  record Refused(FortnoxError error) implements CallOutcome {}

  /** Nothing happened yet; the problem says why and, where known, when to ask again. */
  record Later(Problem problem) implements CallOutcome {}

  /** Nothing happened, and nothing will until the company or the vendor acts. */
  record Disconnected(Problem problem) implements CallOutcome {}

  /**
   * It may have happened.
   *
   * @param problem what to tell somebody who only read
   * @param stillRunning true where Fortnox may be at it even now
   */
  record Unknown(Problem problem, boolean stillRunning) implements CallOutcome {}
}
