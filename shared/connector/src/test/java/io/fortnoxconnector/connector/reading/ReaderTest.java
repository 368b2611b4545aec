package io.fortnoxconnector.connector.reading;

import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.reading.ReadOutcome.Failed;
import io.fortnoxconnector.connector.reading.ReadOutcome.Listed;
import io.fortnoxconnector.connector.reading.ReadOutcome.One;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.connector.reading.Reader.Selection;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Accounts;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Settings;
import io.fortnoxconnector.translation.VendorCredits;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderTest {

  private static final String ALL = "/3/customers";
  private static final String ONE = "/3/customers/17";

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  private static FortnoxReply customer(String number) {
    return FakeFortnox.answered(
        Samples.json("{'Customer':{'CustomerNumber':'" + number + "','Name':'Åkeri Öst AB'}}"));
  }

  private static FortnoxReply page() {
    return FakeFortnox.answered(
        Samples.json(
            """
            {'MetaInformation':{'@TotalResources':7,'@TotalPages':4,'@CurrentPage':2},
             'Customers':[{'CustomerNumber':'17','Name':'A'},{'CustomerNumber':'18','Name':'B'}]}
            """));
  }

  private ReadOutcome one(String id, Expand expand) {
    return world
        .reader()
        .one(world.connection(), Customers.CUSTOMERS, id, Map.of(), expand, world.minute());
  }

  private ReadOutcome list(Expand expand) {
    return world
        .reader()
        .list(
            world.connection(),
            Customers.CUSTOMERS,
            new Selection(Map.of("name", "Åkeri"), Map.of(), new Place.Page(2), 2, expand),
            world.minute());
  }

  @Test
  void aPartThatFortnoxCannotListIsSiftedFromAllPages() {
    world.fortnox.on(GET, "/3/supplierinvoices", invoices(1, "'Credit':false", "'Credit':true"));
    world.fortnox.on(GET, "/3/supplierinvoices", invoices(2, "'Credit':true", "'Credit':true"));

    Listed read =
        (Listed)
            world
                .reader()
                .list(
                    world.connection(),
                    VendorCredits.VENDOR_CREDITS,
                    new Selection(
                        Map.of("suppliernumber", "7"),
                        Map.of(),
                        new Place.Page(2),
                        2,
                        Expand.NOTHING),
                    world.minute());

    assertThat(read.entities())
        .extracting(entity -> entity.data().path("id").asText())
        .containsExactly("2-2");
    assertThat(read.total()).isEqualTo(3);
    assertThat(read.totalPages()).isEqualTo(2);
    assertThat(world.fortnox.sent())
        .extracting(sent -> sent.call().query())
        .containsExactly(
            Map.of("suppliernumber", "7", "page", "1", "limit", "500"),
            Map.of("suppliernumber", "7", "page", "2", "limit", "500"));
  }

  private static FortnoxReply invoices(int page, String first, String second) {
    return FakeFortnox.answered(
        Samples.json(
            """
            {'MetaInformation':{'@TotalResources':4,'@TotalPages':2,'@CurrentPage':%d},
             'SupplierInvoices':[{'GivenNumber':'%d-1',%s},{'GivenNumber':'%d-2',%s}]}
            """
                .formatted(page, page, first, page, second)));
  }

  @Test
  void oneEntityIsOneCall() {
    world.fortnox.on(GET, ONE, customer("17"));

    One read = (One) one("17", Expand.NOTHING);

    assertThat(read.entity().data().path("companyName").asText()).isEqualTo("Åkeri Öst AB");
    assertThat(read.raw().path("Customer").path("Name").asText()).isEqualTo("Åkeri Öst AB");
    assertThat(world.fortnox.sent()).hasSize(1);
  }

  @Test
  void expandedItComesWithItsRows() {
    world
        .fortnox
        .on(GET, ONE, customer("17"))
        .on(
            GET,
            "/3/customerreferences",
            FakeFortnox.answered(
                Samples.json(
                    "{'CustomerReference':{'CustomerReferenceRows':[{'Id':1,'Reference':'Åsa"
                        + " Öst'}]}}")));

    One read = (One) one("17", Expand.FULL);

    assertThat(read.entity().data().at("/contactPersons/0/lastName").asText()).isEqualTo("Öst");
    assertThat(world.fortnox.sent().getLast().call().query()).containsEntry("customer", "17");
  }

  @Test
  void aPageIsOneCallWithFortnoxsFiguresAndTheCallersFilter() {
    world.fortnox.on(GET, ALL, page());

    Listed listed = (Listed) list(Expand.NOTHING);

    assertThat(listed.entities())
        .extracting(entity -> entity.data().path("id").asText())
        .containsExactly("17", "18");
    assertThat(listed.total()).isEqualTo(7);
    assertThat(listed.totalPages()).isEqualTo(4);
    assertThat(listed.currentPage()).isEqualTo(2);
    assertThat(world.fortnox.sent()).hasSize(1);
    assertThat(world.fortnox.sent().getFirst().call().query())
        .isEqualTo(Map.of("name", "Åkeri", "page", "2", "limit", "2"));
  }

  @Test
  void anExpandedPageReadsEachEntity() {
    world
        .fortnox
        .on(GET, ALL, page())
        .on(GET, ONE, customer("17"))
        .on(GET, "/3/customers/18", customer("18"));

    Listed listed = (Listed) list(Expand.FULL);

    assertThat(listed.entities())
        .extracting(entity -> entity.data().path("companyName").asText())
        .containsExactly("Åkeri Öst AB", "Åkeri Öst AB");
    assertThat(world.fortnox.sent()).hasSize(3);
  }

  @Test
  void aPageThatCanNotBeReadWholeFails() {
    world
        .fortnox
        .on(GET, ALL, page())
        .on(GET, ONE, customer("17"))
        .on(GET, "/3/customers/18", FakeFortnox.trouble());

    Failed failed = (Failed) list(Expand.FULL);

    assertThat(failed.problem().type()).isEqualTo(ProblemType.FORTNOX_UNAVAILABLE);
  }

  @Test
  void entitiesOfAnExpandedPageAreReadInTheYearThatTheListIsOf() {
    world
        .fortnox
        .on(
            GET,
            "/3/accounts",
            FakeFortnox.answered(Samples.json("{'Accounts':[{'Number':1930,'Year':5}]}")))
        .on(
            GET,
            "/3/accounts/1930",
            FakeFortnox.answered(Samples.json("{'Account':{'Number':1930,'Year':5}}")));
    var year = Map.of("financialyear", "5");

    ReadOutcome read =
        world
            .reader()
            .list(
                world.connection(),
                Accounts.ACCOUNTS,
                new Selection(year, year, new Place.Page(1), 50, Expand.FULL),
                world.minute());

    assertThat(read).isInstanceOf(Listed.class);
    assertThat(world.fortnox.sent().getLast().call().query()).isEqualTo(year);
  }

  @Test
  void whatACompanyHasOneOfIsReadWithoutAnId() {
    world.fortnox.on(
        GET,
        "/3/companyinformation",
        FakeFortnox.answered(Samples.json("{'CompanyInformation':{'CompanyName':'A'}}")));

    One read =
        (One)
            world
                .reader()
                .one(
                    world.connection(),
                    Settings.PROFILE,
                    "",
                    Map.of(),
                    Expand.NOTHING,
                    world.minute());

    assertThat(read.entity().data().path("companyName").asText()).isEqualTo("A");
  }

  @Test
  void whatFortnoxHasNotIsNotFound() {
    world.fortnox.on(GET, ONE, FakeFortnox.notFound());

    Failed failed = (Failed) one("17", Expand.NOTHING);

    assertThat(failed.problem().type().status()).isEqualTo(404);
    assertThat(failed.problem().fortnox()).isNotNull();
  }
}
