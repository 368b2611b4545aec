package io.fortnoxconnector.connector.problems;

import io.fortnoxconnector.fortnox.FortnoxError;
import io.fortnoxconnector.translation.FieldProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One problem, in English, with Fortnox's own words kept beside.
 *
 * @param pointer JSON pointer into the request's body, or a parameter's or header's name; null
 *     where it's about no field
 * @param fortnox what Fortnox said; null where it said nothing
 * @param retryAfter when a repetition makes sense; null where nobody knows, or it never does
 */
public record Problem(
    ProblemType type,
    String detail,
    @Nullable String pointer,
    @Nullable FortnoxWords fortnox,
    @Nullable Duration retryAfter) {

  /** Fortnox's number and (mostly Swedish) text. */
  public record FortnoxWords(@Nullable String code, String message) {}

  /** The same of an entry in a list. */
  public Problem below(String entry) {
    String place = pointer == null ? entry : entry + pointer;
    return new Problem(type, detail, place, fortnox, retryAfter);
  }

  public Problem after(Duration wait) {
    return new Problem(type, detail, pointer, fortnox, wait);
  }

  public static Problem of(FieldProblem problem) {
    ProblemType type =
        switch (problem.code()) {
          case "field-unknown" -> ProblemType.FIELD_UNKNOWN;
          case "field-required" -> ProblemType.FIELD_REQUIRED;
          case "field-not-clearable" -> ProblemType.FIELD_NOT_CLEARABLE;
          case "filter-unknown", "filter-invalid" -> ProblemType.PARAMETER_INVALID;
          default -> ProblemType.FIELD_INVALID;
        };
    return type.about(problem.pointer(), problem.detail());
  }

  /** Of a call in the caller's own words: how Fortnox was asked is the caller's to put right. */
  public static Problem ofPassedOn(FortnoxError error) {
    Problem problem = of(error);
    return error.kind() == FortnoxError.Kind.BAD_CALL
        ? new Problem(
            ProblemType.FORTNOX_REFUSED,
            problem.detail(),
            problem.pointer(),
            problem.fortnox(),
            problem.retryAfter())
        : problem;
  }

  public static Problem of(FortnoxError error) {
    ProblemType type =
        switch (error.kind()) {
          // With any other status it's something that the body refers to.
          case NOT_FOUND ->
              error.status() == 404 ? ProblemType.FORTNOX_NOT_FOUND : ProblemType.FORTNOX_REFUSED;
          case CONFLICT -> ProblemType.FORTNOX_CONFLICT;
          case INVALID -> ProblemType.FORTNOX_REFUSED;
          case SCOPE_MISSING -> ProblemType.SCOPE_MISSING;
          case LICENCE_MISSING -> ProblemType.LICENCE_MISSING;
          case PERMISSION_MISSING -> ProblemType.PERMISSION_MISSING;
          case LOGIN_REFUSED -> ProblemType.INTEGRATION_REFUSED;
          case BAD_CALL -> ProblemType.FORTNOX_CALL_REFUSED;
        };
    return new Problem(
        type, error.english(), null, new FortnoxWords(error.code(), error.message()), null);
  }
}
