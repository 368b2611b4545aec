package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.audit.StoredTask.Ending;
import io.fortnoxconnector.bench.workload.Client;
import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at everything, when all clients have stopped and what they began has ended. */
public final class Audit {

  private Audit() {}

  /**
   * What can't be helped.
   *
   * @param tokensSentAgain how many answers to refresh tokens may have got lost
   */
  public record Allowed(int tokensSentAgain) {

    public static Allowed nothing() {
      return new Allowed(0);
    }
  }

  /** The findings about these clients' writes. */
  public static Findings of(Stack stack, List<Client> clients, Allowed allowed) {
    Evidence evidence = Evidence.of(stack.sandbox(), clients, StoredTasks.of(stack));
    List<Check> checks =
        List.of(
            new ExactlyOnce(),
            new InOrder(),
            new RowsAsWanted(),
            new TokensSentOnce(allowed.tokensSentAgain()),
            new WithinTheLimit(),
            new Reachable());
    var violations = new ArrayList<String>();
    checks.forEach(check -> check.look(evidence, violations::add));
    return findings(evidence, violations);
  }

  /** How many tasks haven't ended, whoever asked for them. */
  public static long unfinished(Stack stack) {
    return StoredTasks.of(stack).all().stream()
        .filter(task -> task.ending() == Ending.NONE)
        .count();
  }

  private static Findings findings(Evidence evidence, List<String> violations) {
    Map<String, Integer> failed = new TreeMap<>();
    Map<String, Integer> because = new TreeMap<>();
    Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    int unanswered = 0;
    for (Told told : evidence.told()) {
      Optional<StoredTask> task = evidence.tasks().of(told);
      Ending ending = task.map(StoredTask::ending).orElse(Ending.NONE);
      endings.merge(ending, 1, Integer::sum);
      if (ending == Ending.FAILED || ending == Ending.UNCERTAIN) {
        task.ifPresent(
            found -> because.merge(found.code() + ": " + found.detail(), 1, Integer::sum));
      }
      if (!told.isAcknowledged()) {
        unanswered++;
      } else if (ending == Ending.FAILED || told.state() == Told.State.FAILED) {
        failed.merge(task.map(StoredTask::code).orElse(told.code()), 1, Integer::sum);
      }
    }
    List<Entry> calls =
        evidence.ledger().stream().filter(entry -> entry.path().startsWith("/3/")).toList();
    return new Findings(
        evidence.told().size(),
        evidence.told().size() - unanswered,
        endings.getOrDefault(Ending.DONE, 0),
        endings.getOrDefault(Ending.PARTIAL, 0),
        failed,
        endings.getOrDefault(Ending.UNCERTAIN, 0),
        because,
        unanswered,
        calls.size(),
        (int) calls.stream().filter(entry -> entry.answered().equals("429")).count(),
        evidence.companies().stream()
            .mapToInt(company -> WithinTheLimit.most(evidence, company))
            .max()
            .orElse(0),
        TokensSentOnce.sentAgain(evidence).size(),
        evidence.companies().stream().mapToInt(WritingCompany::reconnections).sum(),
        List.copyOf(violations));
  }
}
