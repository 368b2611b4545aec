package io.fortnoxconnector.api;

import io.fortnoxconnector.connector.problems.Problem;
import java.util.List;

/** A request ends here: these problems are its answer. */
public final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public Rejected(List<Problem> problems) {
    // No stack trace: this is an answer, not an accident.
    super(problems.getFirst().type().code(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  public Rejected(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}
