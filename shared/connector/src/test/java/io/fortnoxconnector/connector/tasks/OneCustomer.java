package io.fortnoxconnector.connector.tasks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.ProblemType;
import io.fortnoxconnector.connector.tasks.Acceptance.Accepted;
import io.fortnoxconnector.connector.tasks.TaskOutcome.Failed;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connected company, and what is written to its one customer, number 17. */
final class OneCustomer {

  static final String ALL = "/3/customers";
  static final String ONE = "/3/customers/17";
  static final String REFERENCES = "/3/customerreferences";
  static final String BODY = "{'companyName':'Åkeri Öst AB'}";
  static final ObjectNode CUSTOMER = Samples.json("{'CustomerNumber':'17','Name':'Åkeri Öst AB'}");
  static final FortnoxReply MADE = single(CUSTOMER);
  static final String ROW = "{'CustomerNumber':'17','Name':'Åkeri Öst AB'}";

  static final String WITH_PERSONS =
      "{'companyName':'Åkeri Öst"
          + " AB','contactPersons':[{'firstName':'Åsa','lastName':'Öst'},{'lastName':'Berg'}]}";

  static FortnoxReply single(ObjectNode customer) {
    ObjectNode document = Samples.json("{}");
    document.set("Customer", customer);
    return FakeFortnox.answered(document);
  }

  static FortnoxReply listed(String rows) {
    return FakeFortnox.answered(Samples.json("{'Customers':[" + rows + "]}"));
  }

  static FortnoxReply references(String... rows) {
    return FakeFortnox.answered(
        Samples.json(
            "{'CustomerReference':{'CustomerReferenceRows':[" + String.join(",", rows) + "]}}"));
  }

  /** The process dies at this call: no answer is seen, nothing more is done. */
  static Function<FortnoxCall, FortnoxReply> killed() {
    return _ -> {
      throw new Killed();
    };
  }

  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  final World world = new World();

  OneCustomer() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  Task create(String body) {
    return accept(Customers.CUSTOMERS, Operation.CREATE, null, body);
  }

  Task accept(Resource resource, Operation operation, @Nullable String id, String body) {
    var request =
        new WriteRequest(world.connection(), resource, operation, id, Samples.json(body), null);
    return ((Accepted) world.desk().accept(request)).task();
  }

  Task.Progress progress(Task task) {
    return world.tasks.find(task.id()).orElseThrow().progress();
  }

  ProblemType failure(Task task) {
    return ((Failed) world.outcome(task)).problems().getFirst().type();
  }

  void runUntilKilled(Task task) {
    assertThatThrownBy(() -> world.run(task)).isInstanceOf(Killed.class);
  }
}
