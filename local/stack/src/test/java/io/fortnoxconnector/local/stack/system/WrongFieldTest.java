package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A field that can't be is refused with a pointer to it. */
@ExtendWith(SystemExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongFieldTest {

  /** A member of a customer's body, and the pointer to what is wrong in it. */
  private static final String[][] OF_A_CUSTOMER = {
    {"'contactType':'FIRM'", "/contactType"},
    {"'contactType':1", "/contactType"},
    {"'active':'yes'", "/active"},
    {"'active':1", "/active"},
    {"'currency':'SKR'", "/currency"},
    {"'currency':752", "/currency"},
    {"'vatType':'MOMS'", "/vatType"},
    {"'organisationNumber':5560360793", "/organisationNumber"},
    {"'vatId':'SE12'", "/vatId"},
    {"'gln':'1234567890123'", "/gln"},
    {"'salesAccount':'30'", "/salesAccount"},
    {"'salesAccount':'abcd'", "/salesAccount"},
    {"'website':'javascript:alert(1)'", "/website"},
    {"'invoiceDiscountPercentage':101", "/invoiceDiscountPercentage"},
    {"'invoiceDiscountPercentage':-1", "/invoiceDiscountPercentage"},
    {"'invoiceDiscountPercentage':'5'", "/invoiceDiscountPercentage"},
    {"'invoiceDiscountPercentage':1e999999999", "/invoiceDiscountPercentage"},
    {"'invoiceFreight':1e999999999", "/invoiceFreight"},
    {"'invoiceFreight':'much'", "/invoiceFreight"},
    {"'addresses':{}", "/addresses"},
    {"'addresses':'Storgatan 1'", "/addresses"},
    {"'addresses':[1]", "/addresses/0"},
    {"'addresses':[{'type':'HOME'}]", "/addresses/0/type"},
    {"'addresses':[{'type':1}]", "/addresses/0/type"},
    {"'addresses':[{'type':'BILLING'},{'type':'BILLING'}]", "/addresses/1/type"},
    {"'addresses':[{'type':'BILLING','countryCode':'XX'}]", "/addresses/0/countryCode"},
    {"'addresses':[{'type':'BILLING','postalCode':'12345678901'}]", "/addresses/0/postalCode"},
    {"'emailAddresses':[{'type':'BUSINESS','email':'nobody'}]", "/emailAddresses/0/email"},
    {"'contactPersons':{}", "/contactPersons"},
    {"'contactPersons':['Anna']", "/contactPersons/0"},
    {"'visitingAddress':[]", "/visitingAddress"},
    {"'visitingAddress':{'city':1}", "/visitingAddress/city"},
    {"'invoiceEmails':{'cc':'x'}", "/invoiceEmails/cc"},
    {"'defaultDeliveryTypes':{'offer':'FAX'}", "/defaultDeliveryTypes/offer"}
  };

  private static final String[][] OF_A_SUPPLIER = {
    {"'bankgiro':'5805-6202'", "/bankgiro"},
    {"'bankgiro':58056201", "/bankgiro"},
    {"'plusgiro':'1-1'", "/plusgiro"},
    {"'predefinedAccount':'20'", "/predefinedAccount"},
    {"'vatType':'SEVAT'", "/vatType"},
    {"'paymentFileDisabled':'no'", "/paymentFileDisabled"},
    {"'bankAccounts':[{'iban':'SE4550000000058398257467'}]", "/bankAccounts/0/iban"},
    {"'bankAccounts':[{'bic':'X'}]", "/bankAccounts/0/bic"},
    {"'bankAccounts':[{},{}]", "/bankAccounts/1"},
    {"'bankAccounts':{}", "/bankAccounts"},
    {"'role':'CUSTOMER'", "/role"},
    {"'contactType':'FIRM'", "/contactType"},
    {"'organisationNumber':1", "/organisationNumber"}
  };

  private final LocalSystem system;
  private final List<Request> requests = new ArrayList<>();
  private Company company;

  WrongFieldTest(LocalSystem system) {
    this.system = system;
  }

  @BeforeAll
  void connect() {
    company = system.company();
  }

  @TestFactory
  Stream<DynamicTest> fieldsOfContacts() {
    for (String[] field : OF_A_CUSTOMER) {
      onEveryWrite("customers", field);
    }
    for (String[] field : OF_A_SUPPLIER) {
      onEveryWrite("suppliers", field);
    }
    for (String name : List.of("null", "\"\"", "\"   \"")) {
      create("{\"companyName\":" + name + "}", "field-required", "/companyName");
    }
    create("{\"contactType\":\"COMPANY\"}", "field-required", "/companyName");
    for (String name :
        List.of(
            "1", "true", "{}", "[]", text(1025), "\"a\\u0000b\"", "\"\\ud800\"", "\"API_BLANK\"")) {
      create("{\"companyName\":" + name + "}", "field-invalid", "/companyName");
    }
    create(named("\"number\":\"a<b\""), "field-invalid", "/number");
    create(named("\"organisationNumber\":\"556036-0794\""), "field-invalid", "/organisationNumber");
    create(named("\"companyNam\":\"a\""), "field-unknown", "/companyNam");
    create(named("\"<b>/\":1"), "field-unknown", "/<b>~1");
    create(named("\"addresses\":[{}]"), "field-required", "/addresses/0/type");
    create(
        named("\"addresses\":[{\"type\":\"BILLING\",\"street\":\"a\"}]"),
        "field-unknown",
        "/addresses/0/street");
    create(named("\"contactPersons\":[{}]"), "field-required", "/contactPersons/0/lastName");
    for (String field :
        List.of("companyName", "contactType", "active", "currency", "vatType", "priceList")) {
      request(
          company.api(),
          "PATCH",
          "/accounting/customers/1",
          "{\"" + field + "\":null}",
          "field-not-clearable",
          "/" + field);
    }
    return refused();
  }

  private void onEveryWrite(String resource, String[] field) {
    String body = named(field[0].replace('\'', '"'));
    String list = "/accounting/" + resource;
    request(company.api(), "POST", list, body, "field-invalid", field[1]);
    request(company.api(), "PUT", list + "/1", body, "field-invalid", field[1]);
    request(company.api(), "PATCH", list + "/1", body, "field-invalid", field[1]);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Answer answer =
        company
            .api()
            .post(
                "/accounting/customers",
                "{\"companyNam\":\"a\",\"currency\":\"SKR\",\"organisationNumber\":\"556036-0794\"}");

    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .contains("/companyNam", "/companyName", "/currency", "/organisationNumber");
    assertThat(answer.text()).contains("Did you mean companyName", "556036-0793");
  }

  @TestFactory
  Stream<DynamicTest> fieldsOfAVendorsOwn() {
    for (String name : List.of("1", "{}", "[]", "\"\"", "\" \"", "\"a\\nb\"", text(201))) {
      vendor("{\"name\":" + name + "}", "field-invalid", "/name");
    }
    vendor("{}", "field-required", "/name");
    vendor("{\"name\":\"a\",\"apiKey\":\"b\"}", "field-unknown", "/apiKey");

    integration("\"targetSystem\":\"visma\"", "field-invalid", "/targetSystem");
    integration("\"targetSystem\":null", "field-required", "/targetSystem");
    integration("\"clientId\":null", "field-required", "/clientId");
    for (String id : List.of("1", "\"a/b\"", "\"a b\"", "\"../x\"", "\"å\"", text(201))) {
      integration("\"clientId\":" + id, "field-invalid", "/clientId");
    }
    integration("\"clientSecret\":null", "field-required", "/clientSecret");
    integration("\"clientSecret\":[\"a\"]", "field-invalid", "/clientSecret");
    integration("\"baseUrl\":\"https://x\"", "field-unknown", "/baseUrl");
    integration("\"customValues\":{}", "field-invalid", "/customValues");
    integration("\"customValues\":[1]", "field-invalid", "/customValues/0/key");
    integration("\"customValues\":[{\"key\":\"x\"}]", "field-invalid", "/customValues/0/key");
    for (String value :
        List.of(
            "\"key\":\"accountType\",\"value\":\"admin\"",
            "\"key\":\"scopes\",\"value\":\"customer,supplier\"")) {
      integration("\"customValues\":[{" + value + "}]", "field-invalid", "/customValues/0/value");
    }

    for (String code : List.of("1", "{}", "\"\"", text(2049))) {
      code("{\"code\":" + code + "}", "field-invalid", "/code");
    }
    code("{}", "field-required", "/code");
    code("{\"code\":\"guessed\"}", "code-invalid", "/code");
    code("{\"token\":\"x\"}", "field-unknown", "/token");
    return refused();
  }

  private void create(String body, String code, String pointer) {
    request(company.api(), "POST", "/accounting/customers", body, code, pointer);
  }

  private void vendor(String body, String code, String pointer) {
    request(system.admin(), "POST", "/tenants", body, code, pointer);
  }

  private void code(String body, String code, String pointer) {
    request(company.vendor().api(), "POST", "/auth/token", body, code, pointer);
  }

  /** One wrong member, the others right. */
  private void integration(String wrong, String code, String pointer) {
    String right = "{\"targetSystem\":\"fortnox\",\"clientId\":\"a\",\"clientSecret\":\"b\"}";
    String name = wrong.substring(0, wrong.indexOf(':'));
    String body =
        right.contains(name)
            ? right.replaceFirst(name + ":\"[a-z]+\"", Matcher.quoteReplacement(wrong))
            : right.replace("}", "," + wrong + "}");
    request(company.vendor().api(), "POST", "/tenants/register-system", body, code, pointer);
  }

  private void request(
      Caller caller, String method, String path, String body, String code, String pointer) {
    requests.add(Request.of(caller, method, path).named(body).json(body).gets(400, code, pointer));
  }

  private Stream<DynamicTest> refused() {
    List<Request> all = List.copyOf(requests);
    requests.clear();
    return Refusals.of(system, all);
  }

  private static String named(String field) {
    return "{\"companyName\":\"Bo\"," + field + "}";
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }
}
