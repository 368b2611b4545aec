package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.reading.ReadOutcome.Listed;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import java.util.List;
import java.util.Map;

/**
 * The lists of several resources, one after the other. Each begins on a page of its own, so that a
 * page is one list's: pages may be shorter than the limit.
 */
public final class ChainedLists implements Endpoint {

  private final List<Resource> resources;
  private final Gate gate;
  private final Reader reader;

  public ChainedLists(List<Resource> resources, Gate gate, Reader reader) {
    this.resources = List.copyOf(resources);
    this.gate = gate;
    this.reader = reader;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    Paging paging = Paging.of(request);
    Parameters.refuseOthers(request);
    List<Unified> found = List.of();
    long total = 0;
    long pages = 0;
    int left = 0;
    for (Resource resource : resources) {
      // How far this list goes is only known once its first page is read.
      ReadOutcome outcome = page(connection, resource, 1, paging.limit(), request);
      if (!(outcome instanceof Listed first)) {
        return failure(outcome);
      }
      left = first.left();
      long wanted = paging.page() - pages;
      if (wanted == 1) {
        found = first.entities();
      } else if (wanted > 1 && wanted <= first.totalPages()) {
        ReadOutcome further = page(connection, resource, (int) wanted, paging.limit(), request);
        if (!(further instanceof Listed listed)) {
          return failure(further);
        }
        found = listed.entities();
        left = listed.left();
      }
      total += first.total();
      pages += first.totalPages();
    }
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    found.forEach(entity -> data.add(entity.data()));
    HttpResponse response =
        Envelope.of(data)
            .warning(ResourceReads.warnings(request, found))
            .paged(total, paging.limit(), paging.page(), pages)
            .response(200);
    return ResourceReads.withBudget(response, left).with("Link", paging.links(request, pages));
  }

  private ReadOutcome page(
      Connection connection, Resource resource, int page, int limit, HttpRequest request) {
    return reader.list(
        connection,
        resource,
        new Reader.Selection(Map.of(), Map.of(), page, limit, Expand.NOTHING),
        request.deadline());
  }

  private static HttpResponse failure(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.Listed _, ReadOutcome.One _ ->
          throw new AssertionError("only a failed read is no page");
    };
  }
}
