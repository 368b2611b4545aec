package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Expenses.EXPENSES;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ExpenseTest {
  private static final String HEAD =
      "'description':'Lunch','journalCode':'U','transactionDate':'2026-11-02',";
  private static final String LINES =
      "'expenseLines':[{'accountId':'6072','totalNetAmount':800,'description':'Mat'},"
          + "{'accountNumber':5410,'totalNetAmount':100.5}]";

  @Test
  void anExpenseIsAVoucherOfItsLinesItsVatAndWhatItWasPaidFrom() {
    var body =
        json(
            "{%s'accountId':'1930','taxAccountId':'2641','totalTaxAmount':99.5,%s}"
                .formatted(HEAD, LINES));
    ObjectNode sent = accepted(EXPENSES.toFortnox(body, CREATE)).entity();
    assertThat(json(sent.toString()))
        .isEqualTo(
            json(
                """
                {'Description':'Lunch','VoucherSeries':'U','TransactionDate':'2026-11-02',
                 'VoucherRows':[
                  {'Account':6072,'Debit':800,'Credit':0,'TransactionInformation':'Mat'},
                  {'Account':5410,'Debit':100.5,'Credit':0},
                  {'Account':2641,'Debit':99.5,'Credit':0},
                  {'Account':1930,'Debit':0,'Credit':1000.0}]}
                """));
    ObjectNode read = shown(sent);
    assertThat(read.get("totalGrossAmount").decimalValue()).isEqualByComparingTo("1000");
    assertThat(read.get("totalTaxAmount").decimalValue()).isEqualByComparingTo("99.5");
    assertThat(read.get("totalNetAmount").decimalValue()).isEqualByComparingTo("900.5");
    assertThat(read.get("accountId").asText()).isEqualTo("1930");
    assertThat(read.get("accountNumber").asInt()).isEqualTo(1930);
    assertThat(read.get("taxAccountId").asText()).isEqualTo("2641");
    assertThat(read.get("type").asText()).isEqualTo("EXPENSE");
    assertThat(read.get("expenseLines").findValuesAsText("accountId"))
        .containsExactly("6072", "5410");
    assertThat(EXPENSES.holds(sent, sent)).isTrue();
  }

  @Test
  void aRefundIsTheSameOnTheOtherSides() {
    var body =
        json(
            "{%s'type':'REFUND','accountCode':'1930','taxAccountId':'2641','totalTaxAmount':99.5,%s}"
                .formatted(HEAD, LINES));
    ObjectNode sent = accepted(EXPENSES.toFortnox(body, CREATE)).entity();
    assertThat(sent.at("/VoucherRows/0/Credit").decimalValue()).isEqualByComparingTo("800");
    assertThat(sent.at("/VoucherRows/3/Debit").decimalValue()).isEqualByComparingTo("1000");
    ObjectNode read = shown(sent);
    assertThat(read.get("type").asText()).isEqualTo("REFUND");
    assertThat(read.get("totalGrossAmount").decimalValue()).isEqualByComparingTo("1000");
    assertThat(read.get("totalTaxAmount").decimalValue()).isEqualByComparingTo("99.5");
    assertThat(read.at("/expenseLines/0/totalNetAmount").decimalValue())
        .isEqualByComparingTo("800");
  }

  @Test
  void allThatIsMissingOrDoesNotAddUpIsToldWithItsPlace() {
    var body =
        json(
            """
            {%s'accountId':'1930','accountNumber':1910,'totalGrossAmount':5,'totalTaxAmount':1,
             'type':'GIFT','expenseLines':[{'totalNetAmount':8},{'accountId':'6110','colour':1}]}
            """
                .formatted(HEAD));
    assertThat(rejected(EXPENSES.toFortnox(body, CREATE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactlyInAnyOrder(
            tuple("/accountNumber", "field-contradiction"),
            tuple("/totalGrossAmount", "field-invalid"),
            tuple("/taxAccountId", "field-required"),
            tuple("/type", "field-invalid"),
            tuple("/expenseLines/0/accountId", "field-required"),
            tuple("/expenseLines/1/totalNetAmount", "field-required"),
            tuple("/expenseLines/1/colour", "field-unknown"));
    assertThat(rejected(EXPENSES.toFortnox(json("{" + HEAD + "'expenseLines':[]}"), CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/expenseLines");
  }

  @Test
  void aListTellsNothingOfTheRows() {
    ObjectNode row =
        EXPENSES
            .fromListRow(json("{'VoucherSeries':'U','VoucherNumber':1,'Year':2,'Description':'a'}"))
            .data();
    assertThat(row.get("id").asText()).isEqualTo("U-1-2");
    for (String field : new String[] {"expenseLines", "accountId", "type", "totalGrossAmount"}) {
      assertThat(row.get(field).isNull()).as(field).isTrue();
    }
  }

  private static ObjectNode shown(ObjectNode voucher) {
    ObjectNode held = voucher.deepCopy();
    held.put("VoucherNumber", 1).put("Year", 2);
    return EXPENSES.fromFortnox(held).data();
  }
}
