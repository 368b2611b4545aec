package io.fortnoxconnector.connector.reading;

import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.FileContent;

/** What the read of a file came to. */
public sealed interface FileOutcome {

  /**
   * A file.
   *
   * @param id its id here
   * @param left how many more requests the company's budget has for these five seconds
   */
  record Read(String id, FileContent file, int left) implements FileOutcome {}

  record Failed(Problem problem) implements FileOutcome {}
}
