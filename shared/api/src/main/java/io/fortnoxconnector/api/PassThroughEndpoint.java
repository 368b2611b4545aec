package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.DOCUMENT_TOO_LARGE;
import static io.fortnoxconnector.connector.problems.ProblemType.PASS_THROUGH_OFF;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.calls.RawCallReader;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.RawOutcome;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.RawAnswer;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.connector.tenants.PassThroughSwitch;
import io.fortnoxconnector.translation.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /accounting/passThrough}: a call in Fortnox's own terms. What only reads is answered
 * at once; what may change something is a task like any other write, if the vendor allows such.
 */
public final class PassThroughEndpoint implements Endpoint {

  /** Maesn's status for it, whatever the method. */
  private static final int PASSED_ON = 201;

  private final Gate gate;
  private final Reader reader;
  private final WriteDesk desk;
  private final PassThroughSwitch writes;
  private final Timing timing;

  public PassThroughEndpoint(
      Gate gate, Reader reader, WriteDesk desk, PassThroughSwitch writes, Timing timing) {
    this.gate = gate;
    this.reader = reader;
    this.desk = desk;
    this.writes = writes;
    this.timing = timing;
  }

  @Override
  public String rehearsalRoute() {
    return "POST /accounting/passThrough";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    // A read has no use for it, but a wrong one is refused before anybody relies on it.
    String key = IdempotencyKey.of(request);
    return switch (RawCallReader.read(Body.object(request))) {
      case RawCallReader.Invalid(var problems) -> Envelope.failure(problems);
      case RawCallReader.Valid(var call) when call.isWrite() ->
          write(request, connection, call, key);
      case RawCallReader.Valid(var call) -> read(request, connection, call);
    };
  }

  private HttpResponse read(HttpRequest request, Connection connection, RawCall call) {
    return switch (reader.raw(connection, call, request.deadline())) {
      case RawOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case RawOutcome.Answered(BinaryNode file, _)
          when file.binaryValue().length > DocumentEndpoint.MOST_BYTES ->
          Envelope.failure(
              List.of(DOCUMENT_TOO_LARGE.about("Fortnox's answer is too large to be handed on.")));
      case RawOutcome.Answered(var body, var left) ->
          ResourceReads.withBudget(Envelope.of(body).response(PASSED_ON), left);
    };
  }

  private HttpResponse write(
      HttpRequest request, Connection connection, RawCall call, @Nullable String key) {
    if (!writes.isOn(connection.tenant())) {
      throw new Rejected(
          PASS_THROUGH_OFF.about(
              "This call may change something. PUT /tenants/pass-through with {\"writes\": true}"
                  + " allows such calls."));
    }
    return TaskAnswers.of(
        desk.accept(connection, call, key),
        task -> {
          var patience = Deadline.in(Preference.of(request).patience(), timing);
          return TaskAnswers.of(
              desk.await(task, patience.orEarlier(request.deadline())),
              (_, answer, _) -> done(answer));
        });
  }

  private static HttpResponse done(ObjectNode answer) {
    List<Warning> warnings =
        RawAnswer.isLeftOut(answer)
            ? List.of(
                new Warning(
                    "answer-left-out", "", "Fortnox did it; its answer was too large to be kept."))
            : List.of();
    return Envelope.of(RawAnswer.body(answer)).warning(warnings).response(PASSED_ON);
  }
}
