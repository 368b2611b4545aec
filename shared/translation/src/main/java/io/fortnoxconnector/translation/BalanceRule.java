package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A voucher has at least two rows, each on an account, and as much in debit as in credit.
 *
 * @param field the unified field of the rows
 */
record BalanceRule(String field, String fortnoxRows) implements Rule {

  @Override
  public void check(Draft draft) {
    draft
        .given(fortnoxRows)
        .ifPresentOrElse(
            rows -> check(rows, draft), () -> draft.problem(Problems.required("/" + field, field)));
  }

  private void check(Draft.Given rows, Draft draft) {
    BigDecimal difference = BigDecimal.ZERO;
    for (int i = 0; i < rows.value().size(); i++) {
      JsonNode row = rows.value().get(i);
      if (Fortnox.isNothing(row.path("Account"))) {
        String pointer = Pointers.child(Pointers.child(rows.pointer(), i), "accountId");
        draft.problem(Problems.required(pointer, "accountId"));
      }
      difference =
          difference
              .add(row.path("Debit").decimalValue())
              .subtract(row.path("Credit").decimalValue());
    }
    if (rows.value().size() < 2) {
      draft.problem(Problems.wrongShape(rows.pointer(), field, "an array of two rows or more"));
    } else if (difference.signum() != 0) {
      draft.problem(
          new FieldProblem(
              rows.pointer(),
              "field-invalid",
              "%s must balance; debit minus credit is %s."
                  .formatted(field, difference.stripTrailingZeros().toPlainString())));
    }
  }
}
