package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.contract.BudgetContract;

class DynamoBudgetTest extends BudgetContract {

  private final Budget budget = new DynamoBudget(DynamoLocal.plain(), Randomness.secure());

  @Override
  protected Budget budget() {
    return budget;
  }
}
