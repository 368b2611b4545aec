package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.contract.BudgetContract;
import io.fortnoxconnector.fortnox.Gcra;

class DynamoBudgetTest extends BudgetContract {

  private final Budget budget = new DynamoBudget(DynamoLocal.plain(), Gcra.FORTNOX);

  @Override
  protected Budget budget() {
    return budget;
  }
}
