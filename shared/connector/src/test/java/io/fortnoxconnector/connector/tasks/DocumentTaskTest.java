package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.PUT;
import static io.fortnoxconnector.translation.Invoices.INVOICES;
import static io.fortnoxconnector.translation.Offers.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Uncertain;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes that need the document as it is: changes of its lines, and what can be done to it. */
class DocumentTaskTest {

  private static final String INVOICE = "/3/invoices/5";
  private static final String OFFER = "/3/offers/5";
  private static final String BEFORE =
      "{'DocumentNumber':'5','InvoiceRows':[{'RowId':1,'Description':'a'},{'RowId':2,'Description':'b'}]}";
  private static final String AFTER =
      "{'DocumentNumber':'5','InvoiceRows':[{'RowId':3,'Description':'a'},{'RowId':4,'Description':'b'},"
          + "{'RowId':5,'Description':'c'}]}";
  private static final String ANOTHERS =
      "{'DocumentNumber':'5','InvoiceRows':[{'RowId':6,'Description':'a'},{'RowId':7,'Description':'x'}]}";

  private final World world = new World();

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  @Test
  void anAddedLineIsAnUpdateThatNamesTheOtherRows() {
    world.fortnox.on(GET, INVOICE, single(BEFORE)).on(PUT, INVOICE, single(AFTER));
    Task task = accept(Operation.ADD_LINE, null, "{'description':'c'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(Objects.requireNonNull(world.fortnox.sent().getLast().call().body()))
        .isEqualTo(
            Samples.json(
                "{'Invoice':{'InvoiceRows':[{'RowId':1},{'RowId':2},{'Description':'c'}]}}"));
  }

  @Test
  void aProcessThatDiedAfterSendingALineIsFollowedByALookAndNotByTheLineAgain() {
    world.fortnox.on(GET, INVOICE, single(BEFORE)).on(GET, INVOICE, single(AFTER));
    world.fortnox.on(
        PUT,
        INVOICE,
        _ -> {
          throw new Killed();
        });
    Task task = accept(Operation.ADD_LINE, null, "{'description':'c'}");
    assertThatThrownBy(() -> world.run(task)).isInstanceOf(Killed.class);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(PUT, INVOICE)).isEqualTo(1);
  }

  @Test
  void aLineThatCertainlyWasNotAddedIsAddedToTheDocumentAsItIsThen() {
    world.fortnox.on(GET, INVOICE, single(BEFORE));
    world.fortnox.on(PUT, INVOICE, FakeFortnox.trouble()).on(PUT, INVOICE, single(AFTER));
    Task task = accept(Operation.ADD_LINE, null, "{'description':'c'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(PUT, INVOICE)).isEqualTo(2);
  }

  @Test
  void aDocumentThatSomebodyElseUpdatedMeanwhileLeavesAnAddedLineUncertain() {
    world.fortnox.on(GET, INVOICE, single(BEFORE)).on(GET, INVOICE, single(ANOTHERS));
    world.fortnox.on(PUT, INVOICE, FakeFortnox.silence());
    Task task = accept(Operation.ADD_LINE, null, "{'description':'c'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.count(PUT, INVOICE)).isEqualTo(1);
  }

  @Test
  void aChangedLineIsChangedOnceMoreThenAsThatDoesNoHarm() {
    world.fortnox.on(GET, INVOICE, single(BEFORE)).on(GET, INVOICE, single(ANOTHERS));
    world.fortnox.on(PUT, INVOICE, FakeFortnox.silence()).on(PUT, INVOICE, single(AFTER));
    Task task = accept(Operation.PATCH_LINE, "1", "{'description':'A'}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(Objects.requireNonNull(world.fortnox.sent().getLast().call().body()))
        .isEqualTo(
            Samples.json(
                "{'Invoice':{'InvoiceRows':[{'RowId':6,'Description':'A'},{'RowId':7}]}}"));
  }

  @Test
  void aLineThatIsNotThereChangesNothing() {
    world.fortnox.on(GET, INVOICE, single(BEFORE));
    Task task = accept(Operation.PATCH_LINE, "3", "{'description':'A'}");

    world.runToTheEnd(task);

    assertThat(((Failed) world.outcome(task)).problems().getFirst().type())
        .isEqualTo(ProblemType.LINE_NOT_CHANGEABLE);
    assertThat(world.fortnox.log()).containsExactly("GET " + INVOICE);
  }

  @Test
  void anActionIsDoneWhereTheEntitySaysSo() {
    world.fortnox.on(PUT, INVOICE + "/bookkeep", FakeFortnox.silence());
    world.fortnox.on(GET, INVOICE, single("{'DocumentNumber':'5','Booked':true}"));
    Task task = accept(Operation.ACT, "bookkeep", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(PUT, INVOICE + "/bookkeep")).isEqualTo(1);
  }

  @Test
  void anActionThatLeftNoTraceIsSentAgain() {
    String booked = "{'DocumentNumber':'5','Booked':true}";
    world.fortnox.on(PUT, INVOICE + "/bookkeep", FakeFortnox.silence());
    world.fortnox.on(PUT, INVOICE + "/bookkeep", single(booked));
    world.fortnox.on(GET, INVOICE, single("{'DocumentNumber':'5','Booked':false}"));
    Task task = accept(Operation.ACT, "bookkeep", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(PUT, INVOICE + "/bookkeep")).isEqualTo(2);
    assertThat(world.fortnox.sent().getLast().call().body()).isNull();
  }

  @Test
  void aMailThatWasSentBeforeIsNotTakenForThisOne() {
    world.fortnox.on(GET, INVOICE, single("{'DocumentNumber':'5','Sent':true}"));
    world.fortnox.on(GET, INVOICE + "/email", FakeFortnox.silence());
    Task task = accept(Operation.ACT, "email", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Uncertain.class);
    assertThat(world.fortnox.count(GET, INVOICE + "/email")).isEqualTo(1);
  }

  @Test
  void anActionThatAnswersWithWhatItMadeShowsWhatItWasDoneTo() {
    world.fortnox.on(PUT, OFFER + "/createorder", FakeFortnox.answered(order()));
    world.fortnox.on(GET, OFFER, FakeFortnox.answered(offer("9")));
    Task task = accept(OFFERS, Operation.ACT, "createSalesOrder", "{}");

    world.runToTheEnd(task);

    assertThat(((Done) world.outcome(task)).entity().path("OrderReference").asText())
        .isEqualTo("9");
    assertThat(((Done) world.outcome(task)).entityId()).isEqualTo("5");
    assertThat(world.fortnox.log())
        .containsExactly("PUT " + OFFER + "/createorder", "GET " + OFFER);
  }

  @Test
  void whatItWasDoneToIsReadLaterWhereFortnoxHasTroubleAndNothingIsMadeTwice() {
    world.fortnox.on(PUT, OFFER + "/createorder", FakeFortnox.answered(order()));
    world.fortnox.on(GET, OFFER, FakeFortnox.trouble());
    world.fortnox.on(GET, OFFER, FakeFortnox.answered(offer("9")));
    Task task = accept(OFFERS, Operation.ACT, "createSalesOrder", "{}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.count(PUT, OFFER + "/createorder")).isEqualTo(1);
  }

  private static ObjectNode order() {
    return Samples.json("{'Order':{'DocumentNumber':'9','OfferReference':'5'}}");
  }

  private static ObjectNode offer(String order) {
    return Samples.json(
        "{'Offer':{'DocumentNumber':'5','InvoiceReference':'0','OrderReference':'" + order + "'}}");
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static FortnoxReply single(String invoice) {
    ObjectNode document = Samples.json("{}");
    document.set("Invoice", Samples.json(invoice));
    return FakeFortnox.answered(document);
  }

  private Task accept(Operation operation, @Nullable String part, String body) {
    return accept(INVOICES, operation, part, body);
  }

  private Task accept(Resource resource, Operation operation, @Nullable String part, String body) {
    Connection connection = world.connection();
    var request =
        new WriteRequest(connection, resource, operation, "5", part, Samples.json(body), null);
    return ((Accepted) world.desk().accept(request)).task();
  }
}
