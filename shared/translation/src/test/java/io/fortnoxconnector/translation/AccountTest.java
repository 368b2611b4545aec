package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Accounts.ACCOUNTS;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {
  private static final ObjectNode BANK =
      json(
          """
          {'@url':'https://api.fortnox.se/3/accounts/1930?financialyear=5','Active':true,
           'BalanceBroughtForward':1000.5,'BalanceCarriedForward':'2000.25','CostCenter':null,
           'CostCenterSettings':'ALLOWED','Description':'Företagskonto','Number':1930,
           'OpeningQuantities':[{'Balance':5,'Project':'P1'}],'Project':'',
           'ProjectSettings':'NOTALLOWED','QuantitySettings':'ALLOWED','QuantityUnit':null,
           'SRU':7281,'TransactionInformation':null,'TransactionInformationSettings':'ALLOWED',
           'VATCode':null,'Year':5}
          """);

  @Test
  void itReadsInMaesnsShapeWithWhatFortnoxHasBeyond() {
    Unified read = ACCOUNTS.fromFortnox(BANK);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.data().toString())
        .isEqualTo(
            json("""
                {'id':'1930','balance':2000.25,'class':'ASSET','code':'1930','createdDate':null,
                 'currency':null,'debitCreditIndicator':'DEBIT','description':null,
                 'name':'Företagskonto','number':'1930','parentAccountId':null,'status':'ACTIVE',
                 'type':null,'updatedDate':null,'fiscalYear':'5','openingBalance':1000.5,
                 'vatCode':null,'sruCode':7281,'costCenter':null,'costCenterUse':'ALLOWED',
                 'projectId':null,'projectUse':'NOTALLOWED','transactionInformation':null,
                 'transactionInformationUse':'ALLOWED','quantity':{'use':'ALLOWED','unit':null},
                 'openingQuantities':[{'balance':5,'projectId':'P1'}]}
                """)
                .toString());
  }

  @Test
  void whatWasReadCanBePutBack() {
    var put = accepted(ACCOUNTS.toFortnox(ACCOUNTS.fromFortnox(BANK).data(), WriteMode.REPLACE));

    assertThat(ACCOUNTS.holds(BANK, put.entity())).as("%s", put.entity()).isTrue();
    assertThat(put.entity().has("Number")).isFalse();
    assertThat(put.warnings()).extracting(Warning::code).containsOnly("field-read-only");
  }

  @Test
  void theFinancialYearStandsInTheAddressAndNotInTheDocument() {
    var create =
        accepted(
            ACCOUNTS.toFortnox(
                json("{'number':'1935','name':'Valutakonto','fiscalYear':'5'}"), WriteMode.CREATE));

    assertThat(ACCOUNTS.document(create.entity()))
        .isEqualTo(json("{'Number':1935,'Description':'Valutakonto'}"));
    assertThat(ACCOUNTS.query(create.entity())).isEqualTo(Map.of("financialyear", "5"));
    assertThat(ACCOUNTS.chosenNumber(create.entity())).contains("1935");
  }

  @Test
  void withoutAYearTheCompanysOwnCounts() {
    var create =
        accepted(ACCOUNTS.toFortnox(json("{'number':'1935','name':'Valuta'}"), WriteMode.CREATE));

    assertThat(ACCOUNTS.query(create.entity())).isEmpty();
  }

  @Test
  void leavingTheOpeningBalanceOutOfAPutKeepsIt() {
    var put =
        accepted(ACCOUNTS.toFortnox(json("{'name':'Bank','number':'1930'}"), WriteMode.REPLACE));

    assertThat(put.entity().has("BalanceBroughtForward")).isFalse();
    assertThat(put.entity().has("Year")).isFalse();
    assertThat(put.entity().path("SRU").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1930, ASSET, DEBIT",
    "2081, EQUITY, CREDIT",
    "2440, LIABILITY, CREDIT",
    "3001, REVENUE, CREDIT",
    "4000, EXPENSE, DEBIT",
    "7010, EXPENSE, DEBIT",
    "8310, REVENUE, CREDIT",
    "8410, EXPENSE, DEBIT",
    "8999, , ",
    "9001, , "
  })
  void theNumberSaysTheClassAndTheSide(String number, String accountClass, String side) {
    var read = ACCOUNTS.fromFortnox(json("{'Number':" + number + ",'Description':'x'}"));

    assertThat(read.data().path("class").textValue()).isEqualTo(accountClass);
    assertThat(read.data().path("debitCreditIndicator").textValue()).isEqualTo(side);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedWithAPointer() {
    var body =
        json(
            """
            {'number':'193','status':'CLOSED','openingBalance':1.005,'fiscalYear':'2026a',
             'projectUse':'MAYBE','sruCode':'7281','code':1930}
            """);

    assertThat(rejected(ACCOUNTS.toFortnox(body, WriteMode.CREATE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactlyInAnyOrder(
            tuple("/number", "field-invalid"),
            tuple("/code", "field-invalid"),
            tuple("/name", "field-required"),
            tuple("/status", "field-invalid"),
            tuple("/openingBalance", "field-invalid"),
            tuple("/fiscalYear", "field-invalid"),
            tuple("/projectUse", "field-invalid"),
            tuple("/sruCode", "field-invalid"));
  }

  @Test
  void aYearCanBeChosenByItsIdOrByADayOfIt() {
    assertThat(ACCOUNTS.filters(Map.of("fiscalYear", "5", "sruCode", "7281")))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("financialyear", "5", "sru", "7281")));
    assertThat(ACCOUNTS.filters(Map.of("fiscalYearStartDate", "2026-01-01")))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("financialyeardate", "2026-01-01")));
    assertThat(ACCOUNTS.filtersOfOne(Map.of("fiscalYear", "5", "sruCode", "7281", "page", "2")))
        .isEqualTo(new FilterTranslation.Accepted(Map.of("financialyear", "5")));
  }

  @Test
  void aFilterThatFortnoxHasNotIsRefusedWithTheReason() {
    for (String name : List.of("isActive", "types", "classFilter", "debitCreditIndicator")) {
      assertThat(ACCOUNTS.filters(Map.of(name, "x")))
          .isInstanceOfSatisfying(
              FilterTranslation.Rejected.class,
              refused ->
                  assertThat(refused.problems().getFirst().detail()).contains("can't be filtered"));
    }
    assertThat(ACCOUNTS.filters(Map.of("fiscalYear", "-1", "fiscalYearStartDate", "2026")))
        .isInstanceOfSatisfying(
            FilterTranslation.Rejected.class, refused -> assertThat(refused.problems()).hasSize(2));
  }
}
