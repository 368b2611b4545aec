package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * No refresh token is sent twice. What can't be helped: the answer to it got lost between Fortnox
 * and the table, be it a successor or a refusal. The token is then tried once more, which never
 * works.
 *
 * @param most how often that may have happened
 */
record TokensSentOnce(int most) implements Check {

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    List<List<Entry>> again = sentAgain(evidence);
    for (List<Entry> uses : again) {
      if (uses.stream().skip(1).anyMatch(use -> use.answered().startsWith("2"))) {
        violation.accept(
            "company %s: a refresh token was answered %s"
                .formatted(uses.getFirst().company(), uses.stream().map(Entry::answered).toList()));
      }
    }
    int repetitions = again.stream().mapToInt(uses -> uses.size() - 1).sum();
    if (repetitions > most) {
      violation.accept(
          "refresh tokens were sent again %d times; %d may have been".formatted(repetitions, most));
    }
  }

  /** The uses of each token that was sent more than once. */
  static List<List<Entry>> sentAgain(Evidence evidence) {
    Map<List<String>, List<Entry>> uses =
        evidence.ledger().stream()
            .filter(entry -> entry.path().equals("/oauth-v1/token"))
            .filter(entry -> !entry.refreshTokens().isEmpty())
            .collect(Collectors.groupingBy(Entry::refreshTokens));
    return uses.values().stream().filter(entries -> entries.size() > 1).toList();
  }
}
