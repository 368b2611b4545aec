package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerReadTest {
  /** As Fortnox answers a create with a name alone. */
  private static final ObjectNode BARE =
      json(
          """
          {'@url':'https://api.fortnox.se/3/customers/6','Active':true,'Address1':null,'City':null,
           'Country':null,'CountryCode':null,'Currency':'SEK','CustomerNumber':'6','Email':'',
           'EmailInvoice':'','DefaultDeliveryTypes':{'Invoice':'PRINT','Offer':'PRINT','Order':'PRINT'},
           'InvoiceDiscount':null,'Name':'A value','OrganisationNumber':'','PriceList':'A',
           'ShowPriceVATIncluded':false,'Type':'COMPANY','VATNumber':'','VATType':'SEVAT'}
          """);

  @Test
  void everyFieldThatAStrictClientChecksIsThere() {
    assertThat(CUSTOMERS.fromFortnox(BARE).data().fieldNames())
        .toIterable()
        .contains(
            "id",
            "addresses",
            "accountNumber",
            "bankAccounts",
            "companyName",
            "contactPersons",
            "contactType",
            "documentId",
            "emailAddresses",
            "number",
            "phoneNumbers",
            "projectId",
            "role",
            "updatedDate",
            "vatId");
  }

  @Test
  void whatFortnoxHasNotIsNullOrAnEmptyList() {
    Unified unified = CUSTOMERS.fromFortnox(BARE);
    assertThat(unified.warnings()).isEmpty();
    assertThat(unified.data().get("id").asText()).isEqualTo("6");
    assertThat(unified.data().get("role").asText()).isEqualTo("CUSTOMER");
    assertThat(unified.data().get("addresses")).isEmpty();
    assertThat(unified.data().get("emailAddresses")).isEmpty();
    assertThat(unified.data().get("vatId").isNull()).isTrue();
    assertThat(unified.data().get("updatedDate").isNull()).isTrue();
    assertThat(unified.data().get("visitingAddress").isNull()).isTrue();
    assertThat(unified.data().get("pricesIncludeVat").asBoolean(true)).isFalse();
    assertThat(unified.data().at("/defaultDeliveryTypes/offer").asText()).isEqualTo("PRINT");
  }

  @Test
  void listsHaveOneEntryPerTypeAndEveryMember() {
    ObjectNode entity = BARE.deepCopy();
    entity.put("Address1", "Box 1").put("ZipCode", "111 11").put("DeliveryCity", "Kiruna");
    entity
        .put("Email", "a@b.se")
        .put("EmailInvoice", "c@d.se")
        .put("Phone2", "070")
        .put("Fax", "08");
    ObjectNode data = CUSTOMERS.fromFortnox(entity).data();
    assertThat(data.get("addresses"))
        .isEqualTo(
            json("""
                    {'addresses':[
                      {'addressLine1':'Box 1','addressLine2':null,'city':null,'countryCode':null,
                       'postalCode':'111 11','type':'BILLING'},
                      {'addressLine1':null,'addressLine2':null,'city':'Kiruna','countryCode':null,
                       'postalCode':null,'type':'DELIVERY'}]}
                    """)
                .get("addresses"));
    assertThat(data.get("emailAddresses"))
        .isEqualTo(
            json("{'a':[{'email':'a@b.se','type':'BUSINESS'},{'email':'c@d.se','type':'INVOICE'}]}")
                .get("a"));
    assertThat(data.get("phoneNumbers"))
        .isEqualTo(
            json("{'a':[{'number':'070','type':'OTHER'},{'number':'08','type':'FAX'}]}").get("a"));
    assertThat(data.at("/invoiceEmails/to").asText()).isEqualTo("c@d.se");
  }

  @Test
  void fortnoxTypesAreReadAsLooselyAsTheyAreWritten() {
    ObjectNode entity = BARE.deepCopy();
    entity.put("CustomerNumber", 42).put("SalesAccount", 3001).put("InvoiceFreight", "0.00");
    entity.put("InvoiceDiscount", 12.50).put("Active", "false");
    ObjectNode data = CUSTOMERS.fromFortnox(entity).data();
    assertThat(data.get("id").isTextual()).isTrue();
    assertThat(data.get("salesAccount").asText()).isEqualTo("3001");
    assertThat(data.get("invoiceFreight").isNumber()).isTrue();
    assertThat(data.get("invoiceDiscountPercentage").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(data.get("active").asBoolean(true)).isFalse();
  }

  @Test
  void aCountryIsReadFromItsSwedishNameWhereTheCodeIsMissing() {
    ObjectNode entity = BARE.deepCopy().put("City", "Oslo").put("Country", "Norge");
    assertThat(CUSTOMERS.fromFortnox(entity).data().at("/addresses/0/countryCode").asText())
        .isEqualTo("NO");
  }

  @Test
  void anUnknownValueIsNullWithAWarningThatTellsIt() {
    ObjectNode entity = BARE.deepCopy().put("City", "Oz").put("Country", "Landet Oz");
    entity.put("VATType", "NEWVAT");
    Unified unified = CUSTOMERS.fromFortnox(entity);
    assertThat(unified.data().at("/addresses/0/countryCode").isNull()).isTrue();
    assertThat(unified.data().get("vatType").isNull()).isTrue();
    assertThat(unified.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactly(
            tuple("value-unknown", "/addresses/0/countryCode"), tuple("value-unknown", "/vatType"));
    assertThat(unified.warnings().getFirst().detail()).contains("Landet Oz");
  }

  @Test
  void aValueThatMayNotBeSeenIsNullWithAWarning() {
    ObjectNode entity = BARE.deepCopy().put("InvoiceDiscount", "API_NORIGHT");
    Unified unified = CUSTOMERS.fromFortnox(entity);
    assertThat(unified.data().get("invoiceDiscountPercentage").isNull()).isTrue();
    assertThat(unified.warnings()).extracting(Warning::code).containsExactly("no-right");
  }

  @Test
  void anOldCustomerWithoutATypeShowsAsUndefined() {
    ObjectNode entity = BARE.deepCopy().put("Type", "UNDEFINED");
    assertThat(CUSTOMERS.fromFortnox(entity).data().get("contactType").asText())
        .isEqualTo("UNDEFINED");
    assertThat(CUSTOMERS.fromFortnox(entity.put("Type", "PRIVATE")).data().get("contactType"))
        .hasToString("\"CONTACT_PERSON\"");
  }

  @Test
  void referenceRowsShowAsContactPersons() {
    var rows = List.of(json("{'Id':1,'Reference':'Anna Maria Berg'}"), json("{'Reference':'Kim'}"));
    var persons =
        CUSTOMERS.fromFortnox(BARE, Map.of("contactPersons", rows)).data().get("contactPersons");
    assertThat(persons)
        .isEqualTo(
            json("""
                    {'a':[{'firstName':'Anna Maria','lastName':'Berg','salutation':null,
                           'emailAddresses':[],'phoneNumbers':[]},
                          {'firstName':null,'lastName':'Kim','salutation':null,
                           'emailAddresses':[],'phoneNumbers':[]}]}
                    """)
                .get("a"));
    assertThat(CUSTOMERS.fromFortnox(BARE).data().get("contactPersons").isNull()).isTrue();
  }

  @Test
  void aListRowIsPartialAndSaysSoOnce() {
    ObjectNode row =
        json(
            """
            {'@url':'u','Address1':'','Address2':'','City':'','CustomerNumber':'1','Email':'',
             'Name':'A','OrganisationNumber':'','Phone':'08-1','ZipCode':''}
            """);
    Unified unified = CUSTOMERS.fromListRow(row);
    assertThat(unified.warnings()).extracting(Warning::code).containsExactly("list-row-is-partial");
    assertThat(unified.data().at("/phoneNumbers/0/number").asText()).isEqualTo("08-1");
    assertThat(unified.data().get("addresses")).isEmpty();
    assertThat(unified.data().get("addresses").isArray()).isTrue();
    assertThat(unified.data().get("active").isNull()).isTrue();
    assertThat(unified.data().get("contactType").isNull()).isTrue();
    assertThat(unified.data().get("contactPersons").isNull()).isTrue();
  }

  @Test
  void theNumberIsTextWhateverFortnoxSends() {
    assertThat(CUSTOMERS.idOf(json("{'CustomerNumber':42}"))).isEqualTo("42");
    assertThat(CUSTOMERS.address("42"))
        .contains(new EntityAddress("/3/customers", List.of("42"), Map.of()));
    assertThat(CUSTOMERS.chosenNumber(json("{'Name':'A'}"))).isEmpty();
    assertThat(CUSTOMERS.chosenNumber(json("{'CustomerNumber':'A1'}"))).contains("A1");
  }
}
