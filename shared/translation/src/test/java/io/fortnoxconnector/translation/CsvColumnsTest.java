package io.fortnoxconnector.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which field a column fills, and with what. */
class CsvColumnsTest {

  private static String filled(Resource resource, Map<String, String> row) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    CsvColumns columns = CsvColumns.of(resource);
    new TreeMap<>(row)
        .forEach(
            (heading, text) -> CsvColumns.fill(body, columns.named(heading).orElseThrow(), text));
    return body.toString().replace('"', '\'');
  }

  @Test
  void fieldsInsideListsAreReachedByTheTypeOfTheirEntry() {
    assertThat(
            filled(
                Customers.CUSTOMERS,
                Map.of(
                    "addresses.BILLING.city", "Lund",
                    "addresses.BILLING.postalCode", "22222",
                    "addresses.DELIVERY.city", "Eslöv",
                    "companyName", "Bo")))
        .isEqualTo(
            "{'addresses':[{'type':'BILLING','city':'Lund','postalCode':'22222'},"
                + "{'type':'DELIVERY','city':'Eslöv'}],'companyName':'Bo'}");
  }

  @Test
  void fieldsOfLinesAreReachedByTheirPlace() {
    assertThat(
            filled(
                Invoices.INVOICES,
                Map.of("lineItems.0.quantity", "2", "lineItems/1/quantity", "3,5")))
        .isEqualTo("{'lineItems':[{'quantity':2},{'quantity':3.5}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Company Name", "COMPANYNAME", "company_name", " companyName "})
  void capitalLettersSpacesAndSignsDontCount(String heading) {
    assertThat(CsvColumns.of(Customers.CUSTOMERS).named(heading)).isPresent();
  }

  @Test
  void whatANameWasLikelyMeantToBeIsSuggested() {
    CsvColumns columns = CsvColumns.of(Customers.CUSTOMERS);

    assertThat(columns.named("companyNam")).isEmpty();
    assertThat(columns.suggestion("companyNam")).contains("companyName");
    assertThat(columns.suggestion("addresses.BILING.city")).contains("addresses.BILLING.city");
    assertThat(columns.suggestion("something else entirely")).isEmpty();
    assertThat(columns.named("id")).as("read only").isEmpty();
  }

  @Test
  void whatIsNoNumberIsLeftToTheFieldToRefuse() {
    assertThat(filled(Invoices.INVOICES, Map.of("lineItems.0.quantity", "two")))
        .isEqualTo("{'lineItems':[{'quantity':'two'}]}");
    assertThat(filled(Invoices.INVOICES, Map.of("lineItems.0.quantity", "1e9")))
        .isEqualTo("{'lineItems':[{'quantity':'1e9'}]}");
  }

  @Test
  void everyColumnOfEveryResourceCanBeNamed() {
    for (Resource resource : Resources.ALL) {
      assertThat(CsvColumns.of(resource).names())
          .allSatisfy(name -> assertThat(CsvColumns.of(resource).named(name)).isPresent());
    }
  }
}
