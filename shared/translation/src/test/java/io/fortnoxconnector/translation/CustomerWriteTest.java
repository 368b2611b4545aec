package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static io.fortnoxconnector.translation.WriteMode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerWriteTest {

  @Test
  void aCreateSendsWhatTheBodyHasAndNothingElse() {
    var create =
        accepted(
            CUSTOMERS.toFortnox(
                json(
                    """
                    {'companyName':' Åkeri Öst AB ','contactType':'COMPANY','number':'A-1',
                     'vatId':null,'comments':'','active':true,'invoiceFreight':49.50,
                     'invoiceDiscountPercentage':10.5,'role':'CUSTOMER','updatedDate':null,
                     'addresses':[{'type':'DELIVERY','city':'Kiruna','countryCode':'SE'}],
                     'emailAddresses':[{'type':'INVOICE','email':'faktura@ost.se'}],
                     'defaultDeliveryTypes':{'invoice':'EMAIL'}}
                    """),
                CREATE));
    assertThat(create.entity())
        .isEqualTo(
            json(
                """
                {'DeliveryCity':'Kiruna','DeliveryCountryCode':'SE','Name':'Åkeri Öst AB',
                 'Type':'COMPANY','EmailInvoice':'faktura@ost.se','CustomerNumber':'A-1',
                 'Active':true,'InvoiceDiscount':10.5,'InvoiceFreight':'49.5',
                 'DefaultDeliveryTypes':{'Invoice':'EMAIL'}}
                """));
    assertThat(create.warnings()).isEmpty();
    assertThat(create.rows()).isEmpty();
  }

  @Test
  void allProblemsComeAtOnceEachWithItsPointer() {
    var problems =
        rejected(
            CUSTOMERS.toFortnox(
                json(
                    """
                    {'vatType':'MOMS','gln':'123','active':'yes','organisationNumber':'556036-0794',
                     'addresses':[{'type':'BILLING','countryCode':'Sverige'},{'type':'HOME'}],
                     'visitingAddress':'Storgatan','invoiceDiscountPercentage':101}
                    """),
                CREATE));
    assertThat(problems)
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactlyInAnyOrder(
            tuple("/companyName", "field-required"),
            tuple("/vatType", "field-invalid"),
            tuple("/gln", "field-invalid"),
            tuple("/active", "field-invalid"),
            tuple("/organisationNumber", "field-invalid"),
            tuple("/addresses/0/countryCode", "field-invalid"),
            tuple("/addresses/1/type", "field-invalid"),
            tuple("/visitingAddress", "field-invalid"),
            tuple("/invoiceDiscountPercentage", "field-invalid"));
  }

  @Test
  void aWrongCheckDigitNamesTheRightOne() {
    var problems =
        rejected(
            CUSTOMERS.toFortnox(
                json("{'companyName':'A','organisationNumber':'556036-0794'}"), CREATE));
    assertThat(problems)
        .containsExactly(
            new FieldProblem(
                "/organisationNumber",
                "field-invalid",
                "organisationNumber 556036-0794 fails its check digit; 556036-0793 would pass."));
  }

  @Test
  void aForeignCompanyHasNoSwedishCheckDigit() {
    var body =
        json(
            """
            {'companyName':'A','organisationNumber':'HRB 86891',
             'addresses':[{'type':'BILLING','countryCode':'DE'}]}
            """);
    assertThat(accepted(CUSTOMERS.toFortnox(body, CREATE)).warnings()).isEmpty();
  }

  @Test
  void aPatchThatDoesNotNameTheCountryIsWarnedAboutTheCheckDigit() {
    var patch = accepted(CUSTOMERS.toFortnox(json("{'organisationNumber':'556036-0794'}"), PATCH));
    assertThat(patch.warnings()).extracting(Warning::code).containsExactly("value-unchecked");
  }

  @ParameterizedTest
  @CsvSource({
    "companyNam, Did you mean companyName?",
    "Name, Did you mean companyName?",
    "OrganisationNumber, Did you mean organisationNumber?",
    "favouriteColour, There is no field favouriteColour."
  })
  void anUnknownFieldIsRefusedWithAGuess(String field, String expected) {
    var problems =
        rejected(CUSTOMERS.toFortnox(json("{'companyName':'A'}").put(field, "x"), CREATE));
    assertThat(problems).extracting(FieldProblem::code).containsExactly("field-unknown");
    assertThat(problems.getFirst().detail()).endsWith(expected);
  }

  @Test
  void anUnknownMemberIsRefusedWithItsOwnPointer() {
    var body = json("{'companyName':'A','addresses':[{'type':'BILLING','zip/code':'1'}],'gln~':1}");
    assertThat(rejected(CUSTOMERS.toFortnox(body, CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder("/addresses/0/zip~1code", "/gln~0");
  }

  @Test
  void aPatchKeepsWhatIsAbsentAndClearsWhatIsNull() {
    var patch =
        accepted(
            CUSTOMERS.toFortnox(
                json(
                    """
                    {'vatId':null,'comments':'','invoiceFreight':null,
                     'addresses':[{'type':'BILLING','addressLine2':null,'city':'Umeå'}],
                     'visitingAddress':null}
                    """),
                PATCH));
    assertThat(patch.entity())
        .isEqualTo(
            json(
                """
                {'Address2':'API_BLANK','City':'Umeå','VATNumber':'API_BLANK',
                 'Comments':'API_BLANK','InvoiceFreight':'0','VisitingAddress':'API_BLANK',
                 'VisitingCity':'API_BLANK','VisitingCountryCode':'API_BLANK',
                 'VisitingZipCode':'API_BLANK'}
                """));
  }

  @Test
  void aPatchOfAListWithNullClearsAllTypesAndAnEmptyListNone() {
    assertThat(accepted(CUSTOMERS.toFortnox(json("{'emailAddresses':null}"), PATCH)).entity())
        .isEqualTo(json("{'Email':'API_BLANK','EmailInvoice':'API_BLANK'}"));
    var empty = accepted(CUSTOMERS.toFortnox(json("{'emailAddresses':[]}"), PATCH));
    assertThat(empty.entity()).isEmpty();
    assertThat(empty.warnings()).extracting(Warning::code).containsExactly("list-empty");
  }

  @ParameterizedTest
  @CsvSource({"companyName", "currency", "active", "vatType", "contactType", "priceList"})
  void aPatchCannotClearWhatFortnoxAlwaysHas(String field) {
    assertThat(rejected(CUSTOMERS.toFortnox(json("{}").putNull(field), PATCH)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/" + field, "field-not-clearable"));
  }

  @Test
  void aReplaceClearsWhatIsAbsentAndKeepsWhatCannotBeCleared() {
    var replace =
        accepted(
            CUSTOMERS.toFortnox(
                json("{'companyName':'A','phoneNumbers':[{'type':'FAX','number':'08'}]}"),
                REPLACE));
    assertThat(replace.warnings()).isEmpty();
    assertThat(replace.entity().get("Fax").asText()).isEqualTo("08");
    assertThat(replace.entity().get("Phone1").asText()).isEqualTo("API_BLANK");
    assertThat(replace.entity().get("InvoiceDiscount").decimalValue()).isZero();
    assertThat(replace.entity().fieldNames())
        .toIterable()
        .doesNotContain(
            "Active",
            "Currency",
            "VATType",
            "Type",
            "CustomerNumber",
            "DefaultTemplates",
            "Country");
  }

  @Test
  void aReplaceNeedsTheName() {
    assertThat(rejected(CUSTOMERS.toFortnox(json("{'companyName':null}"), REPLACE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/companyName", "field-required"));
  }

  @Test
  void aNullThatCannotBeClearedIsKeptWithAWarningOnReplace() {
    var replace =
        accepted(CUSTOMERS.toFortnox(json("{'companyName':'A','currency':null}"), REPLACE));
    assertThat(replace.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactly(tuple("field-kept", "/currency"));
  }

  @Test
  void numberAndIdAreLeftOutOfChangesWithAWarning() {
    var patch = accepted(CUSTOMERS.toFortnox(json("{'id':'1','number':'1'}"), PATCH));
    assertThat(patch.entity()).isEmpty();
    assertThat(patch.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactly(tuple("field-read-only", "/id"), tuple("field-read-only", "/number"));
  }

  @Test
  void anotherRoleIsRefused() {
    assertThat(rejected(CUSTOMERS.toFortnox(json("{'role':'SUPPLIER'}"), PATCH)))
        .extracting(FieldProblem::detail)
        .containsExactly("role SUPPLIER must be CUSTOMER here.");
  }

  @Test
  void theUndefinedTypeOfOldCustomersCannotBeWritten() {
    assertThat(rejected(CUSTOMERS.toFortnox(json("{'contactType':'UNDEFINED'}"), PATCH)))
        .extracting(FieldProblem::detail)
        .containsExactly("contactType UNDEFINED must be one of COMPANY, CONTACT_PERSON.");
  }

  @Test
  void aTypeWithoutAPlaceOfItsOwnGoesWhereItFitsAndSaysSo() {
    var patch =
        accepted(
            CUSTOMERS.toFortnox(
                json(
                    """
                    {'phoneNumbers':[{'type':'MOBILE','number':'070'},{'type':'SKYPE','number':'x'}],
                     'emailAddresses':[{'type':'OTHER','email':'o@b.se'},
                                       {'type':'BUSINESS','email':'a@b.se'}]}
                    """),
                PATCH));
    assertThat(patch.entity()).isEqualTo(json("{'Phone2':'070','Email':'a@b.se'}"));
    assertThat(patch.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactlyInAnyOrder(
            tuple("type-changed", "/phoneNumbers/0"),
            tuple("field-not-stored", "/phoneNumbers/1"),
            tuple("field-not-stored", "/emailAddresses/0"));
  }

  @Test
  void theSameTypeTwiceIsRefused() {
    var body = json("{'addresses':[{'type':'BILLING'},{'type':'BILLING'}]}");
    assertThat(rejected(CUSTOMERS.toFortnox(body, PATCH)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/addresses/1/type", "field-duplicate"));
  }

  @Test
  void oneFortnoxFieldCannotHaveTwoValues() {
    var body =
        json(
            """
            {'emailAddresses':[{'type':'INVOICE','email':'a@b.se'}],
             'invoiceEmails':{'to':'c@d.se','cc':null}}
            """);
    assertThat(rejected(CUSTOMERS.toFortnox(body, PATCH)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/invoiceEmails/to", "field-contradiction"));
  }

  @Test
  void aValueWinsOverNothingWhereTwoFieldsAreOneInFortnox() {
    var body =
        json(
            """
            {'companyName':'A','emailAddresses':[{'type':'INVOICE','email':'a@b.se'}],
             'invoiceEmails':{'to':null}}
            """);
    assertThat(accepted(CUSTOMERS.toFortnox(body, REPLACE)).entity().get("EmailInvoice").asText())
        .isEqualTo("a@b.se");
  }

  @Test
  void contactPersonsBecomeRowsByNameAndTheRestIsWarnedAbout() {
    var create =
        accepted(
            CUSTOMERS.toFortnox(
                json(
                    """
                    {'companyName':'A','contactPersons':[
                      {'firstName':'Anna','lastName':'Berg','salutation':'Ms',
                       'emailAddresses':['anna@b.se']},
                      {'firstName':null,'lastName':'Kim','phoneNumbers':[]}]}
                    """),
                CREATE));
    assertThat(create.rows().get("contactPersons"))
        .containsExactly(json("{'Reference':'Anna Berg'}"), json("{'Reference':'Kim'}"));
    assertThat(create.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactly(
            tuple("field-not-stored", "/contactPersons/0/salutation"),
            tuple("field-not-stored", "/contactPersons/0/emailAddresses"));
  }

  @Test
  void contactPersonsStayUnlessTheBodyNamesThem() {
    assertThat(
            accepted(
                    CUSTOMERS.toFortnox(json("{'companyName':'A','contactPersons':null}"), REPLACE))
                .rows())
        .isEmpty();
    assertThat(accepted(CUSTOMERS.toFortnox(json("{'contactPersons':null}"), PATCH)).rows())
        .containsKey("contactPersons");
    assertThat(rejected(CUSTOMERS.toFortnox(json("{'contactPersons':[{}]}"), PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/contactPersons/0/lastName");
  }

  @Test
  void fortnoxReservedWordsAndCharactersAreRefused() {
    var body = json("{'comments':'API_BLANK','yourReference':'Anna — ekonomi'}");
    assertThat(rejected(CUSTOMERS.toFortnox(body, PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder("/comments", "/yourReference");
  }

  @Test
  void lengthsAreCountedInCharactersAfterTrimming() {
    assertThat(
            accepted(
                    CUSTOMERS.toFortnox(
                        json("{}").put("yourReference", " " + "å".repeat(50) + " "), PATCH))
                .entity())
        .isNotEmpty();
    assertThat(
            rejected(CUSTOMERS.toFortnox(json("{}").put("yourReference", "å".repeat(51)), PATCH)))
        .extracting(FieldProblem::detail)
        .allMatch(detail -> detail.contains("51 characters; 50 are the most"));
  }

  @Test
  void whatWasReadCanBePutBack() {
    var entity =
        json(
            """
            {'CustomerNumber':'1','Name':'A','Type':'COMPANY','Currency':'SEK','Active':true,
             'VATType':'SEVAT','PriceList':'A','ShowPriceVATIncluded':false,'CountryCode':'SE',
             'Country':'Sverige','Address1':'Box','EmailInvoice':'a@b.se','SalesAccount':3001}
            """);
    var replace = accepted(CUSTOMERS.toFortnox(CUSTOMERS.fromFortnox(entity).data(), REPLACE));
    assertThat(CUSTOMERS.holds(entity, replace.entity())).isTrue();
    assertThat(replace.warnings()).extracting(Warning::code).containsOnly("field-read-only");
  }
}
