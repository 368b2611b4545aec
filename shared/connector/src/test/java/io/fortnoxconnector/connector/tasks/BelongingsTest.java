package io.fortnoxconnector.connector.tasks;

import static io.fortnoxconnector.connector.tasks.OneCustomer.ALL;
import static io.fortnoxconnector.connector.tasks.OneCustomer.CUSTOMER;
import static io.fortnoxconnector.connector.tasks.OneCustomer.MADE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.ONE;
import static io.fortnoxconnector.connector.tasks.OneCustomer.REFERENCES;
import static io.fortnoxconnector.connector.tasks.OneCustomer.WITH_PERSONS;
import static io.fortnoxconnector.connector.tasks.OneCustomer.killed;
import static io.fortnoxconnector.connector.tasks.OneCustomer.references;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.DELETE;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.GET;
import static io.fortnoxconnector.fortnox.FortnoxCall.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Run.Finished;
import io.fortnoxconnector.connector.tasks.Run.Later;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Done;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Partial;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What belongs to an entity, and comes after it. */
class BelongingsTest {

  private final OneCustomer company = new OneCustomer();
  private final World world = company.world;

  private static String reference(int id, String name) {
    return "{'Id':" + id + ",'CustomerNumber':'17','Reference':'" + name + "'}";
  }

  private List<String> namesSent() {
    return world.fortnox.sent().stream()
        .map(FakeFortnox.Sent::call)
        .filter(call -> call.method() == POST && call.path().equals(REFERENCES))
        .map(
            call ->
                Objects.requireNonNull(call.body()).at("/CustomerReferenceRow/Reference").asText())
        .toList();
  }

  @Test
  void contactPersonsBecomeRowsOfTheNewCustomer() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task = company.create(WITH_PERSONS);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(namesSent()).containsExactly("Åsa Öst", "Berg");
    assertThat(Objects.requireNonNull(world.fortnox.sent().getLast().call().body()).toString())
        .contains("\"CustomerNumber\":\"17\"");
  }

  @Test
  void rowsThatAreThereStayAndThoseNotWantedGo() {
    world
        .fortnox
        .on(GET, ONE, MADE)
        .on(GET, REFERENCES, references(reference(1, "Berg"), reference(2, "Gammal")))
        .on(DELETE, REFERENCES + "/2", FakeFortnox.done())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task =
        company.accept(
            Customers.CUSTOMERS,
            Operation.PATCH,
            "17",
            "{'contactPersons':[{'firstName':'Åsa','lastName':'Öst'},{'lastName':'Berg'}]}");

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Done.class);
    assertThat(world.fortnox.log())
        .containsExactly(
            "GET " + ONE, "GET " + REFERENCES, "DELETE " + REFERENCES + "/2", "POST " + REFERENCES);
    assertThat(namesSent()).containsExactly("Åsa Öst");
  }

  @Test
  void aTaskKilledAmongItsRowsGoesOnWithoutDoubling() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(GET, REFERENCES, references(reference(1, "Åsa Öst")))
        .on(POST, REFERENCES, killed())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task = company.create(WITH_PERSONS);

    company.runUntilKilled(task);
    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isEqualTo(new Done("17", CUSTOMER));
    assertThat(world.fortnox.count(POST, ALL)).isEqualTo(1);
    assertThat(namesSent()).containsExactly("Åsa Öst", "Berg");
  }

  @Test
  void aRowWhoseReplyWasLostSettlesBeforeTheRowsAreReadAgain() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(GET, REFERENCES, references(reference(1, "Åsa Öst")))
        .on(POST, REFERENCES, FakeFortnox.silence())
        .on(POST, REFERENCES, FakeFortnox.done());
    Task task = company.create(WITH_PERSONS);

    assertThat(world.run(task)).isEqualTo(new Later(World.SETTLING_TIME));
    world.runToTheEnd(task);

    assertThat(namesSent()).containsExactly("Åsa Öst", "Berg");
  }

  @Test
  void aRefusedRowLeavesTheTaskPartlyDone() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(POST, REFERENCES, FakeFortnox.refused(Kind.INVALID, "Referensen är för lång"));
    Task task = company.create(WITH_PERSONS);

    assertThat(world.run(task)).isEqualTo(new Finished());

    Partial partial = (Partial) world.outcome(task);
    assertThat(partial.entityId()).isEqualTo("17");
    assertThat(partial.problem().type()).isEqualTo(ProblemType.FORTNOX_REFUSED);
  }

  @Test
  void rowsThatNeverSucceedEndTheTaskPartlyDone() {
    world
        .fortnox
        .on(POST, ALL, MADE)
        .on(GET, REFERENCES, references())
        .on(POST, REFERENCES, FakeFortnox.trouble());
    Task task = company.create(WITH_PERSONS);

    world.runToTheEnd(task);

    assertThat(world.outcome(task)).isInstanceOf(Partial.class);
  }
}
