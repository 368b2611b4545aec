package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.fortnox.RateBudget;
import io.fortnoxconnector.fortnox.RateBudget.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Rate budgets in memory. */
public final class InMemoryBudget implements Budget {

  private final Map<BudgetKey, RateBudget> budgets = new HashMap<>();

  private Runnable beforeTaking = () -> {};

  /** Runs before the next slot is taken: what others do just then. */
  public synchronized void beforeTaking(Runnable doing) {
    beforeTaking = doing;
  }

  @Override
  public synchronized Answer take(BudgetKey key, Use use, Instant now, Duration patience) {
    Runnable others = beforeTaking;
    beforeTaking = () -> {};
    others.run();
    RateBudget budget = budgets.getOrDefault(key, RateBudget.rested());
    return switch (use.ask(budget, now, patience)) {
      case Decision.Granted(var at, var next) -> {
        budgets.put(key, next);
        yield new Answer.Slot(Instant.ofEpochMilli(at), next.left(at));
      }
      case Decision.Wait(var time) -> new Answer.Wait(time, time.plus(use.horizon(patience)));
    };
  }

  @Override
  public synchronized void pushBack(BudgetKey key, Duration pause, Instant now) {
    RateBudget budget = budgets.getOrDefault(key, RateBudget.rested());
    budgets.put(key, budget.pushedBack(now.plus(pause).toEpochMilli()));
  }
}
