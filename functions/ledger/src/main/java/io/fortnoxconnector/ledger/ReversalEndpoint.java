package io.fortnoxconnector.ledger;

import static io.fortnoxconnector.translation.JournalEntries.JOURNAL_ENTRIES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.EntityIds;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.api.Variant;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * {@code POST /accounting/journalEntries/{id}/reverse}: the creation of an entry that takes another
 * one back. An entry never changes, so asking twice asks for the same creation.
 */
final class ReversalEndpoint implements Endpoint {

  private final Gate gate;
  private final Reader reader;
  private final WriteDesk desk;
  private final Timing timing;

  ReversalEndpoint(Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this.gate = gate;
    this.reader = reader;
    this.desk = desk;
    this.timing = timing;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    HttpRequest whole = request.withSomeBody();
    Body.with(whole, Set.copyOf(Reversal.CHOICES));
    String id = EntityIds.first(request, JOURNAL_ENTRIES);
    ReadOutcome read =
        reader.one(connection, JOURNAL_ENTRIES, id, Map.of(), Expand.NOTHING, request.deadline());
    return switch (read) {
      case ReadOutcome.One(var entry, _, _) ->
          creation(given -> Reversal.of(entry.data(), given)).answer(whole, connection, null);
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.Listed _ -> throw new AssertionError("one was asked for");
    };
  }

  private ResourceEndpoint creation(UnaryOperator<ObjectNode> body) {
    Variant entries = Variant.of(JOURNAL_ENTRIES).taking(body);
    return new ResourceEndpoint(entries, gate, reader, desk, timing);
  }
}
