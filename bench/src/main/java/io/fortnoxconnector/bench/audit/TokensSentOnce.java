package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * No refresh token is sent twice. What can't be helped: its successor got lost between Fortnox and
 * the table, and the old one is tried once more.
 *
 * @param most how often that may have happened
 */
record TokensSentOnce(int most) implements Check {

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    List<List<Entry>> again = sentAgain(evidence);
    for (List<Entry> uses : again) {
      if (uses.size() > 2 || uses.get(1).answered().startsWith("2")) {
        violation.accept(
            "company %s: a refresh token was sent %d times, and answered %s"
                .formatted(
                    uses.getFirst().company(),
                    uses.size(),
                    uses.stream().map(Entry::answered).toList()));
      }
    }
    if (again.size() > most) {
      violation.accept(
          again.size() + " refresh tokens were sent again; " + most + " may have been");
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
