package io.fortnoxconnector.bench.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit came to.
 *
 * @param writes that clients began
 * @param acknowledged of them: accepted, or refused with a reason
 * @param failed by the problem's code
 * @param because why writes failed or are uncertain: code and words of their problems
 * @param unanswered nobody told the client whether it was accepted
 * @param calls that Fortnox's API received
 * @param tooMany of them: answered 429
 * @param mostInAWindow the most requests in 5 s of any client id and company
 * @param tokensSentAgain refresh tokens whose successor got lost
 * @param reconnections that were necessary
 * @param violations a sentence for each place where a promise wasn't kept
 */
public record Findings(
    int writes,
    int acknowledged,
    int done,
    int partial,
    Map<String, Integer> failed,
    int uncertain,
    Map<String, Integer> because,
    int unanswered,
    int calls,
    int tooMany,
    int mostInAWindow,
    int tokensSentAgain,
    int reconnections,
    List<String> violations) {

  public boolean areClean() {
    return violations.isEmpty();
  }

  public int failures() {
    return failed.values().stream().mapToInt(Integer::intValue).sum();
  }
}
