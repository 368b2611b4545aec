package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static io.fortnoxconnector.translation.WriteMode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SupplierTest {
  private static final ObjectNode BANKED =
      json(
          """
          {'SupplierNumber':'7','Name':'Leverantör AB','IBAN':'SE4550000000058398257466',
           'BIC':'ESSESESS','Bank':'SEB','BG':'5050-1055','PG':'28 65 43-4','ClearingNumber':'5000',
           'BankAccountNumber':'583982574','DisablePaymentFile':true,'PreDefinedAccount':4010}
          """);

  @Test
  void theBankAccountShowsAsAListOfOneWithEveryMember() {
    ObjectNode data = SUPPLIERS.fromFortnox(BANKED).data();
    assertThat(data.get("bankAccounts"))
        .isEqualTo(
            json("""
                    {'a':[{'bic':'ESSESESS','holder':null,'isMainAccount':true,
                           'iban':'SE4550000000058398257466','name':'SEB','sepa':null}]}
                    """)
                .get("a"));
    assertThat(data.get("bankgiro").asText()).isEqualTo("5050-1055");
    assertThat(data.get("plusgiro").asText()).isEqualTo("28 65 43-4");
    assertThat(data.get("clearingNumber").asText()).isEqualTo("5000");
    assertThat(data.get("predefinedAccount").asText()).isEqualTo("4010");
    assertThat(data.get("paymentFileDisabled").asBoolean()).isTrue();
    assertThat(data.get("contactType").asText()).isEqualTo("COMPANY");
    assertThat(data.get("contactPersons")).isEmpty();
  }

  @Test
  void theBankAccountCanBeWrittenAsAnObjectOrAsAList() {
    var expected = json("{'Name':'A','BIC':'ESSESESS','IBAN':'SE4550000000058398257466'}");
    var asObject =
        json(
            """
            {'companyName':'A','bankAccount':{'iban':'se45 5000 0000 0583 9825 7466',
             'bic':'essesess','holder':null,'isMainAccount':true,'name':'','sepa':null}}
            """);
    var asList =
        json(
            """
            {'companyName':'A',
             'bankAccounts':[{'iban':'SE4550000000058398257466','bic':'ESSESESS'}]}
            """);
    assertThat(accepted(SUPPLIERS.toFortnox(asObject, CREATE)).entity()).isEqualTo(expected);
    assertThat(accepted(SUPPLIERS.toFortnox(asList, CREATE)).entity()).isEqualTo(expected);
  }

  @Test
  void aReplaceWithEitherSpellingKeepsWhatItGives() {
    var body = json("{'companyName':'A','bankAccount':{'name':'SEB'}}");
    ObjectNode entity = accepted(SUPPLIERS.toFortnox(body, REPLACE)).entity();
    assertThat(entity.get("Bank").asText()).isEqualTo("SEB");
    assertThat(entity.get("IBAN").asText()).isEqualTo("API_BLANK");
  }

  @Test
  void aSecondBankAccountIsRefused() {
    var body = json("{'bankAccounts':[{'name':'SEB'},{'name':'Swedbank'}]}");
    assertThat(rejected(SUPPLIERS.toFortnox(body, PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/bankAccounts/1");
  }

  @Test
  void whatFortnoxHasNoPlaceForIsAnsweredWithWarnings() {
    var create =
        accepted(
            SUPPLIERS.toFortnox(
                json(
                    """
                    {'companyName':'A','contactType':'CONTACT_PERSON','documentId':'x',
                     'contactPersons':[{'firstName':'A','lastName':'B','emailAddresses':[]}],
                     'addresses':[{'type':'DELIVERY','city':'Umeå'}],
                     'bankAccount':{'holder':'B','isMainAccount':false}}
                    """),
                CREATE));
    assertThat(create.entity()).isEqualTo(json("{'Name':'A'}"));
    assertThat(create.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactlyInAnyOrder(
            tuple("field-not-stored", "/addresses/0"),
            tuple("field-not-stored", "/bankAccount/holder"),
            tuple("field-not-stored", "/bankAccount/isMainAccount"),
            tuple("field-not-stored", "/contactPersons"),
            tuple("field-not-stored", "/contactType"),
            tuple("field-not-stored", "/documentId"));
  }

  @Test
  void numbersOfAccountsAreChecked() {
    var body =
        json(
            """
            {'bankgiro':'5050-1056','plusgiro':'28 65 43-5','bankAccount':{'iban':'SE45','bic':'X'},
             'predefinedAccount':'40','currency':'kr'}
            """);
    assertThat(rejected(SUPPLIERS.toFortnox(body, PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder(
            "/bankAccount/bic",
            "/bankAccount/iban",
            "/currency",
            "/bankgiro",
            "/plusgiro",
            "/predefinedAccount");
  }

  @Test
  void suppliersAreNotDeleted() {
    assertThat(SUPPLIERS.allows(Operation.DELETE)).isFalse();
    assertThat(SUPPLIERS.allows(Operation.PATCH)).isTrue();
  }
}
