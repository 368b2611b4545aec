package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.contract.BudgetContract;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoBudgetTest extends BudgetContract {

  private final Budget budget;

  DynamoBudgetTest(Services aws) {
    budget = new DynamoBudget(Tables.make(aws, "BudgetsTable"), Randomness.secure());
  }

  @Override
  protected Budget budget() {
    return budget;
  }
}
