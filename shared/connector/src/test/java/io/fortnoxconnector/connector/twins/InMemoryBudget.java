package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.fortnox.Gcra;
import io.fortnoxconnector.fortnox.Gcra.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The rate budget in a map. */
public final class InMemoryBudget implements Budget {

  private final Gcra interactive = Gcra.FORTNOX;
  private final Gcra writer = new Gcra(interactive.interval(), 0);
  private final Map<BudgetKey, Long> arrivals = new HashMap<>();

  @Override
  public synchronized Decision take(BudgetKey key, Use use, Instant now) {
    Gcra rate = use == Use.WRITER ? writer : interactive;
    Decision decision = rate.decide(arrivals.getOrDefault(key, 0L), now.toEpochMilli());
    if (decision instanceof Decision.Granted(var next)) {
      arrivals.put(key, next);
    }
    return decision;
  }

  @Override
  public synchronized void pushBack(BudgetKey key, Duration pause, Instant now) {
    arrivals.merge(
        key, now.plus(pause).toEpochMilli() + interactive.tolerance(), Math::max);
  }
}
