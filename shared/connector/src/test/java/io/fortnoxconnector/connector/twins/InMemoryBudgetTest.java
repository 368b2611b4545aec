package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.contract.BudgetContract;

class InMemoryBudgetTest extends BudgetContract {

  private final Budget twin = new InMemoryBudget();

  @Override
  protected Budget budget() {
    return twin;
  }
}
