package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Expenses, as a vendor's program sees them and as Fortnox does. */
@ExtendWith(SystemExtension.class)
@SideBySide
class ExpenseFlowTest {

  private static final String EXPENSES = "/accounting/expenses";

  private final LocalSystem system;

  ExpenseFlowTest(LocalSystem system) {
    this.system = system;
  }

  /** Every field that can be written, in the form in which it reads back. */
  private static String expense(Company company) {
    String day = company.api().get("/accounting/fiscalYears/2").data().path("startDate").asText();
    return """
    {"accountCode":"1930","accountId":"1930","accountNumber":1930,"description":"Papper",
     "expenseLines":[{"accountCode":"6110","accountId":"6110","accountNumber":6110,
      "description":"Kvitto 7","totalNetAmount":800.5,"costCenter":"BU","projectId":"P1"}],
     "journalCode":"A","note":"Kontant","type":"EXPENSE","totalGrossAmount":1000,
     "totalTaxAmount":199.5,"transactionDate":"%s","taxAccountId":"2641","fiscalYear":"2",
     "costCenter":"BU","projectId":"P1"}
    """
        .formatted(day);
  }

  @Test
  void anExpenseIsBookedAndReadBack() {
    Company company = system.company();
    JsonNode sent = tree(expense(company));
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("expenses"));

    Answer created = company.api().post(EXPENSES, sent.toString());

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(EXPENSES + "/A-1-2");
    JsonNode read = company.api().get(EXPENSES + "/A-1-2").data();
    assertReadsBack(without(sent, "expenseLines"), read);
    assertReadsBack(sent.at("/expenseLines/0"), read.at("/expenseLines/0"));
    assertThat(company.api().get(EXPENSES + "?journalCode=A").data()).hasSize(1);
    JsonNode entry = company.api().get("/accounting/journalEntries/A-1-2").data();
    assertThat(entry.path("journalLineItems").findValuesAsText("accountId"))
        .containsExactly("6110", "2641", "1930");
  }

  @Test
  void anExpenseIsNeverChangedAndTheAnswerSaysWhatToDo() {
    Company company = system.company();
    company.api().post(EXPENSES, expense(company));

    Answer changed = company.api().patch(EXPENSES + "/A-1-2", "{\"note\":\"x\"}");

    assertThat(changed.status()).isEqualTo(405);
    assertThat(changed.problem().path("detail").asText()).contains("correct");
    assertThat(company.api().delete(EXPENSES + "/A-1-2").status()).isEqualTo(405);
  }

  @Test
  void anExpenseThatIsNotWaitedForIsATask() {
    Company company = system.company();

    Answer accepted = company.api().post(EXPENSES + "/async", expense(company));

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    JsonNode task = company.finished(accepted.header("location"));
    assertThat(task.path("state").asText()).isEqualTo("DONE");
    assertThat(task.path("resourceId").asText()).isEqualTo("A-1-2");
  }

  @Test
  void anExpenseWhoseReplyWasLostIsNotBookedTwice() {
    Company company = system.company();
    company.trouble("POST", "/3/vouchers").once().failsAfterwardsWith(500);

    JsonNode task = company.finished(company.later("POST", EXPENSES, expense(company)));

    assertThat(task.path("state").asText()).as(task.toString()).isEqualTo("DONE");
    assertThat(company.received("POST", "/3/vouchers")).hasSize(1);
  }

  @Test
  void whatDoesNotAddUpIsRefusedBeforeItIsQueued() {
    Company company = system.company();
    ObjectNode wrong = (ObjectNode) tree(expense(company));
    wrong.put("totalGrossAmount", 999);

    Answer refused = company.api().post(EXPENSES, wrong.toString());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem().path("pointer").asText()).isEqualTo("/totalGrossAmount");
    assertThat(company.received("POST", "/3/vouchers")).isEmpty();
  }
}
