package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'SalesAccount':'3001'}                    | {'SalesAccount':3001}
          {'InvoiceFreight':'49.50'}                 | {'InvoiceFreight':49.5}
          {'InvoiceDiscount':0}                      | {'InvoiceDiscount':null}
          {'Phone1':'API_BLANK'}                     | {'Phone1':''}
          {'Phone1':'API_BLANK'}                     | {}
          {'CountryCode':'SE'}                       | {'Country':'Sverige'}
          {'OrganisationNumber':'5560360793'}        | {'OrganisationNumber':'556036-0793'}
          {'Email':'Anna@Example.se'}                | {'Email':'anna@example.se'}
          {'Name':' A '}                             | {'Name':'A','City':'Umeå'}
          {'Comments':'a\\nb'}                       | {'Comments':'a\\r\\nb'}
          {'DefaultDeliveryTypes':{'Offer':'EMAIL'}} | {'DefaultDeliveryTypes':{'Offer':'EMAIL','Order':'PRINT'}}
          {'Active':true}                            | {'Active':'true'}
          {'SomethingNew':'x'}                       | {'SomethingNew':'x'}
          """)
  void anEntityHoldsWhatWasSentHoweverFortnoxWritesIt(String sent, String entity) {
    assertThat(CUSTOMERS.holds(json(entity), json(sent))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Name':'A'}                               | {'Name':'B'}
          {'Name':'Al-Test'}                         | {'Name':'Al Test'}
          {'CustomerNumber':'007'}                   | {'CustomerNumber':'7'}
          {'Phone1':'API_BLANK'}                     | {'Phone1':'08'}
          {'Phone1':'08'}                            | {}
          {'InvoiceFreight':'49.50'}                 | {'InvoiceFreight':49.51}
          {'CountryCode':'SE'}                       | {'Country':'Norge'}
          {'DefaultDeliveryTypes':{'Offer':'EMAIL'}} | {'DefaultDeliveryTypes':{'Offer':'PRINT'}}
          {'SomethingNew':'x'}                       | {'SomethingNew':'y'}
          """)
  void anotherEntityDoesNotHoldIt(String sent, String entity) {
    assertThat(CUSTOMERS.holds(json(entity), json(sent))).isFalse();
  }

  @Test
  void theSurestLookupComesFirst() {
    assertThat(CUSTOMERS.lookups())
        .extracting(Lookup::fortnoxField)
        .containsExactly("OrganisationNumber", "Email", "Name");
  }
}
