package io.fortnoxconnector.local.stack.system;

import static io.fortnoxconnector.local.stack.system.Answer.tree;
import static io.fortnoxconnector.local.stack.system.Caller.encoded;
import static io.fortnoxconnector.local.stack.system.Fields.assertNamesEveryWritableField;
import static io.fortnoxconnector.local.stack.system.Fields.assertReadsBack;
import static io.fortnoxconnector.local.stack.system.Fields.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers from the first POST to DELETE, as a vendor's program sees them and as Fortnox does. */
@OverBackends
@ExtendWith(SystemExtension.class)
@SideBySide
class CustomerFlowTest {

  private static final String CUSTOMERS = "/accounting/customers";

  /** Every field that can be written, in the form in which it reads back. */
  private static final String FULL =
      """
      {"contactType":"COMPANY","companyName":"Åkeri Öst AB","number":"K-100","documentId":"crm-17",
       "addresses":[
        {"addressLine1":"Storgatan 1","addressLine2":"c/o Ek","city":"Växjö","countryCode":"SE",
         "postalCode":"352 30","type":"BILLING"},
        {"addressLine1":"Hamnvägen 2","addressLine2":"Port 3","city":"Oslo","countryCode":"NO",
         "postalCode":"0150","type":"DELIVERY"}],
       "contactPersons":[
        {"firstName":"Anna","lastName":"Ek","salutation":null,"emailAddresses":[],
         "phoneNumbers":[]},
        {"firstName":"Bo","lastName":"Berg","salutation":null,"emailAddresses":[],
         "phoneNumbers":[]}],
       "emailAddresses":[
        {"email":"ekonomi@akeriost.example","type":"BUSINESS"},
        {"email":"faktura@akeriost.example","type":"INVOICE"}],
       "phoneNumbers":[
        {"number":"0470-123 45","type":"BUSINESS"},
        {"number":"070-123 45 67","type":"OTHER"},
        {"number":"0470-123 46","type":"FAX"}],
       "projectId":"P1","vatId":"SE556036079301","active":true,
       "organisationNumber":"556036-0793","currency":"EUR","vatType":"SEVAT",
       "visitingAddress":{"addressLine1":"Lagergatan 4","city":"Alvesta","countryCode":"SE",
        "postalCode":"342 30"},
       "deliveryContact":{"name":"Lagret","phoneNumber":"0470-1","alternativePhoneNumber":"0470-2",
        "fax":"0470-3"},
       "invoiceEmails":{"to":"faktura@akeriost.example","cc":"kopia@akeriost.example",
        "bcc":"dold@akeriost.example"},
       "offerEmails":{"to":"offert@akeriost.example","cc":"offertcc@akeriost.example",
        "bcc":"offertbcc@akeriost.example"},
       "orderEmails":{"to":"order@akeriost.example","cc":"ordercc@akeriost.example",
        "bcc":"orderbcc@akeriost.example"},
       "website":"https://akeriost.example","gln":"7300009049981","glnDelivery":"7300009049981",
       "ourReference":"Eva","yourReference":"Anna","costCenter":"BU","paymentTerms":"30",
       "deliveryTerms":"FVL","deliveryMethod":"B","priceList":"A","pricesIncludeVat":true,
       "salesAccount":"3001","invoiceDiscountPercentage":10.5,"invoiceAdministrationFee":29,
       "invoiceFreight":49.5,"invoiceRemark":"Tack","comments":"Två rader\\noch en till",
       "defaultDeliveryTypes":{"invoice":"EMAIL","offer":"EMAIL","order":"PRINTSERVICE"},
       "defaultTemplates":{"invoice":"Mall A","cashInvoice":"Mall B","offer":"Mall C",
        "order":"Mall D"}}
      """;

  /** The persons are rows of their own, which take three more calls. */
  private static final String WITHOUT_PERSONS = without(tree(FULL), "contactPersons").toString();

  private final LocalSystem system;

  CustomerFlowTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    Company company = system.company();
    JsonNode sent = tree(FULL);
    assertNamesEveryWritableField(
        sent, company.api().get("/accounting/capabilities").data().path("customers"));

    Answer created = company.api().post(CUSTOMERS, FULL);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo(CUSTOMERS + "/K-100");
    assertThat(created.data().path("id").asText()).isEqualTo("K-100");
    assertThat(created.warnings()).isEmpty();
    assertReadsBack(sent, created.data());

    Answer read = company.api().get(CUSTOMERS + "/K-100?expand=full");
    assertReadsBack(sent, read.data());
    assertThat(read.data().path("role").asText()).isEqualTo("CUSTOMER");
    assertThat(read.json().path("rawData").isNull()).isTrue();
  }

  @Test
  void rawDataIsFortnoxsOwnDocument() {
    Company company = system.company();
    company.create("{\"companyName\":\"Bo Ek\",\"number\":\"7\"}");

    assertThat(
            company
                .api()
                .get(CUSTOMERS + "/7?rawData=true")
                .json()
                .path("rawData")
                .path("Customer")
                .path("Name")
                .asText())
        .isEqualTo("Bo Ek");
    assertThat(
            company
                .api()
                .get(CUSTOMERS + "?rawData=true")
                .json()
                .path("rawData")
                .path("MetaInformation")
                .path("@TotalResources")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aPatchChangesWhatItNamesAndNullClears() {
    Company company = system.company();
    company.create(WITHOUT_PERSONS);
    JsonNode before = company.api().get(CUSTOMERS + "/K-100").data();

    Answer patched =
        company
            .api()
            .patch(
                CUSTOMERS + "/K-100",
                "{\"companyName\":\"Åkeri Väst AB\",\"comments\":null,\"vatId\":null,"
                    + "\"deliveryContact\":{\"fax\":null},\"invoiceFreight\":null}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode after = company.api().get(CUSTOMERS + "/K-100").data();
    assertThat(after.path("companyName").asText()).isEqualTo("Åkeri Väst AB");
    assertThat(after.path("comments").isNull()).isTrue();
    assertThat(after.path("vatId").isNull()).isTrue();
    assertThat(after.path("deliveryContact").path("fax").isNull()).isTrue();
    assertThat(after.path("deliveryContact").path("name").asText()).isEqualTo("Lagret");
    String[] changed = {"companyName", "comments", "vatId", "deliveryContact", "invoiceFreight"};
    assertThat(without(after, changed)).isEqualTo(without(before, changed));
    JsonNode put = sentTo(company, "PUT", "/3/customers/K-100");
    assertThat(put.path("Comments").asText()).isEqualTo("API_BLANK");
    assertThat(put.path("VATNumber").asText()).isEqualTo("API_BLANK");
    assertThat(put.path("DeliveryFax").asText()).isEqualTo("API_BLANK");
    assertThat(put.has("Email")).isFalse();
  }

  @Test
  void aPatchOfOneEntryOfAListKeepsTheOthers() {
    Company company = system.company();
    company.create(WITHOUT_PERSONS);

    Answer patched =
        company
            .api()
            .patch(
                CUSTOMERS + "/K-100",
                "{\"phoneNumbers\":[{\"type\":\"OTHER\",\"number\":\"1\"}],\"emailAddresses\":null}");

    assertThat(patched.data().path("phoneNumbers"))
        .isEqualTo(
            tree(
                """
                [{"number":"0470-123 45","type":"BUSINESS"},{"number":"1","type":"OTHER"},
                 {"number":"0470-123 46","type":"FAX"}]
                """));
    assertThat(patched.data().path("emailAddresses")).isEmpty();
  }

  @Test
  void aPutClearsWhatItLeavesOut() {
    Company company = system.company();
    company.create(WITHOUT_PERSONS);

    Answer replaced =
        company
            .api()
            .put(
                CUSTOMERS + "/K-100",
                "{\"contactType\":\"COMPANY\",\"companyName\":\"Åkeri Öst AB\",\"ourReference\":\"Eva\"}");

    assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
    JsonNode after = company.api().get(CUSTOMERS + "/K-100").data();
    assertThat(after.path("ourReference").asText()).isEqualTo("Eva");
    for (String cleared :
        List.of("comments", "vatId", "organisationNumber", "website", "yourReference", "gln")) {
      assertThat(after.path(cleared).isNull()).as(cleared).isTrue();
    }
    assertThat(after.path("addresses")).isEmpty();
    assertThat(after.path("phoneNumbers")).isEmpty();
    assertThat(after.path("number").asText()).isEqualTo("K-100");
  }

  @Test
  void aPutOfWhatWasReadChangesNothing() {
    Company company = system.company();
    company.create(FULL);
    JsonNode before = company.api().get(CUSTOMERS + "/K-100?expand=full").data();

    Answer same = company.api().put(CUSTOMERS + "/K-100", before.toString());

    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(company.api().get(CUSTOMERS + "/K-100?expand=full").data()).isEqualTo(before);
  }

  @Test
  void readOnlyAndUnknownPlacesWarnAndNothingIsDroppedInSilence() {
    Company company = system.company();

    Answer created =
        company
            .api()
            .post(
                CUSTOMERS,
                """
                {"companyName":"Bo Ek","id":"9","updatedDate":"2026-01-01","accountNumber":1510,
                 "bankAccounts":[{"iban":"SE4550000000058398257466"}],
                 "addresses":[{"type":"PICKUP","city":"Kalmar"},{"type":"WORK","city":"Växjö"}],
                 "contactPersons":[{"firstName":"Anna","salutation":"Dr"}]}
                """);

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.warnings().findValuesAsText("pointer"))
        .contains(
            "/id",
            "/updatedDate",
            "/accountNumber",
            "/bankAccounts",
            "/addresses/0",
            "/addresses/1",
            "/contactPersons/0/salutation");
    assertThat(created.json().path("meta").path("warnings"))
        .hasSameSizeAs(created.warnings())
        .allMatch(JsonNode::isTextual);
    assertThat(created.data().path("id").asText()).isNotEqualTo("9");
    assertThat(created.data().path("addresses").path(0).path("city").asText()).isEqualTo("Växjö");

    Answer changed = company.api().patch(created.header("location"), "{\"number\":\"N-2\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.warnings().findValuesAsText("code")).contains("field-read-only");
  }

  @Test
  void contactPersonsAreAddedAndTakenAway() {
    Company company = system.company();
    String id =
        company.create(
            "{\"companyName\":\"Bo Ek\",\"contactPersons\":[{\"firstName\":\"Anna\",\"lastName\":\"Ek\"},"
                + "{\"lastName\":\"Berg\"}]}");

    Answer patched =
        company
            .api()
            .patch(
                CUSTOMERS + "/" + id,
                "{\"contactPersons\":[{\"lastName\":\"Berg\"},{\"firstName\":\"Cia\",\"lastName\":\"Dal\"}]}");

    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    JsonNode persons =
        company.api().get(CUSTOMERS + "/" + id + "?expand=full").data().path("contactPersons");
    assertThat(persons.findValuesAsText("lastName")).containsExactlyInAnyOrder("Berg", "Dal");
    assertThat(company.received("DELETE", "/3/customerreferences")).hasSize(1);
    assertThat(company.received("POST", "/3/customerreferences")).hasSize(3);
    assertThat(company.api().get(CUSTOMERS + "/" + id).data().path("contactPersons").isNull())
        .isTrue();

    assertThat(company.api().patch(CUSTOMERS + "/" + id, "{\"contactPersons\":null}").status())
        .isEqualTo(200);
    assertThat(
            company.api().get(CUSTOMERS + "/" + id + "?expand=full").data().path("contactPersons"))
        .isEmpty();
  }

  @Test
  void aListIsWalkedByItsLinksToTheEnd() {
    Company company = system.company();
    seed(company, 130);
    var ids = new ArrayList<String>();
    int pages = 0;
    String next = CUSTOMERS + "?limit=50&sortBy=number&name=" + encoded("Kund & Co");

    while (!next.isEmpty()) {
      Answer page = company.api().get(next);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      page.data().forEach(customer -> ids.add(customer.path("id").asText()));
      pages++;
      JsonNode pagination = page.json().path("meta").path("pagination");
      assertThat(pagination.path("total").asInt()).isEqualTo(130);
      assertThat(pagination.path("perPage").asInt()).isEqualTo(50);
      assertThat(pagination.path("currentPage").asInt()).isEqualTo(pages);
      assertThat(pagination.path("totalPages").asInt()).isEqualTo(3);
      next = link(page, "next");
      assertThat(link(page, "prev").isEmpty()).isEqualTo(pages == 1);
      assertThat(link(page, "first")).contains("page=1");
      assertThat(link(page, "last")).contains("page=3");
    }

    assertThat(pages).isEqualTo(3);
    assertThat(ids).hasSize(130).doesNotHaveDuplicates();
  }

  @Test
  void listsAreFiltered() {
    Company company = system.company();
    ObjectNode bo = JsonNodeFactory.instance.objectNode();
    bo.put("CustomerNumber", "1").put("Name", "Bo Ek").put("Email", "bo@ek.example");
    bo.put("City", "Kalmar").put("OrganisationNumber", "556036-0793").put("Active", true);
    bo.put("Phone1", "0480-1").put("ZipCode", "392 30").put("GLN", "7300009049981");
    ObjectNode cia = JsonNodeFactory.instance.objectNode();
    cia.put("CustomerNumber", "2").put("Name", "Cia Dal").put("Active", false);
    company.atFortnox().seed("customers", bo);
    company.atFortnox().seed("customers", cia);

    for (String filter :
        List.of(
            "name=bo",
            "email=EK.example",
            "number=1",
            "city=kalmar",
            "organisationNumber=0793",
            "postalCode=392",
            "phone=0480",
            "gln=7300009049981",
            "active=true",
            "sortBy=name&sortOrder=asc&limit=1",
            "lastModifiedAt=2020-01-01T00:00:00Z&name=Bo")) {
      assertThat(company.api().get(CUSTOMERS + "?" + filter).data().findValuesAsText("id"))
          .as(filter)
          .containsExactly("1");
    }
    assertThat(
            company
                .api()
                .get(CUSTOMERS + "?sortBy=name&sortOrder=desc")
                .data()
                .findValuesAsText("id"))
        .containsExactly("2", "1");
    assertThat(company.api().get(CUSTOMERS + "?lastModifiedAt=2099-01-01").data()).isEmpty();
    assertThat(company.api().get(CUSTOMERS + "?companyId=1&environmentName=x").warnings())
        .extracting(warning -> warning.path("pointer").asText())
        .contains("companyId", "environmentName");
  }

  @Test
  void rowsOfListsArePartialAndSaySoUnlessAllIsAskedFor() {
    Company company = system.company();
    company.create("{\"companyName\":\"Bo Ek\",\"comments\":\"Stamkund\"}");

    Answer thin = company.api().get(CUSTOMERS);
    Answer full = company.api().get(CUSTOMERS + "?expand=full");

    assertThat(thin.data().path(0).path("comments").isNull()).isTrue();
    assertThat(thin.warnings().findValuesAsText("code")).containsExactly("list-row-is-partial");
    assertThat(full.data().path(0).path("comments").asText()).isEqualTo("Stamkund");
    assertThat(full.warnings().findValuesAsText("code")).containsExactly("rows-not-read");
  }

  @Test
  void aDeletedCustomerIsGoneAndItsNumberStaysTaken() {
    Company company = system.company();
    company.create("{\"companyName\":\"Bo Ek\",\"number\":\"K-1\"}");

    Answer deleted = company.api().delete(CUSTOMERS + "/K-1");

    assertThat(deleted.status()).as(deleted.text()).isEqualTo(200);
    assertThat(deleted.data().path("id").asText()).isEqualTo("K-1");
    assertThat(company.api().get(CUSTOMERS + "/K-1").status()).isEqualTo(404);
    assertThat(company.api().delete(CUSTOMERS + "/K-1").status()).isEqualTo(404);
    Answer again = company.api().post(CUSTOMERS, "{\"companyName\":\"Bo Ek\",\"number\":\"K-1\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem().path("fortnox").path("message").asText())
        .isEqualTo("Kundnummer K-1 används redan.");
    assertThat(company.atFortnox().customers()).isEmpty();
  }

  @Test
  void aNumberWithASlashIsReachedEncoded() {
    Company company = system.company();
    Answer created =
        company.api().post(CUSTOMERS, "{\"companyName\":\"Bo Ek\",\"number\":\"A/1+2_3-4\"}");

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(company.api().get(created.header("location")).data().path("id").asText())
        .isEqualTo("A/1+2_3-4");
  }

  @Test
  void aPageBeyondTheEndIsAProblemOfTheCaller() {
    Answer beyond = system.company().api().get(CUSTOMERS + "?page=7");

    assertThat(beyond.status()).as(beyond.text()).isBetween(200, 499);
  }

  /** The last document that Fortnox got for this path, without its wrapper. */
  private static JsonNode sentTo(Company company, String method, String path) {
    return tree(company.received(method, path).getLast().body()).path("Customer");
  }

  private static void seed(Company company, int count) {
    for (int i = 1; i <= count; i++) {
      ObjectNode customer = JsonNodeFactory.instance.objectNode();
      customer.put("CustomerNumber", String.valueOf(i)).put("Name", "Kund & Co " + i);
      company.atFortnox().seed("customers", customer);
    }
  }

  /** The target of a Link header's relation; empty where there's none. */
  private static String link(Answer answer, String relation) {
    Matcher link =
        Pattern.compile("<([^>]+)>; rel=\"" + relation + "\"").matcher(answer.header("link"));
    return link.find() ? link.group(1) : "";
  }
}
