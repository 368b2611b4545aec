package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.reading.Place;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.reading.ReadOutcome.Listed;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.translation.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lists of several resources, one after the other. Each begins on a page of its own, so that a
 * page is one list's: pages may be shorter than the limit.
 */
public final class ChainedLists implements Endpoint {

  private final List<Variant> variants;
  private final Gate gate;
  private final Reader reader;

  public ChainedLists(List<Variant> variants, Gate gate, Reader reader) {
    this.variants = List.copyOf(variants);
    this.gate = gate;
    this.reader = reader;
  }

  /** A part of one of the lists. */
  private record Part(Variant variant, Listed list, @Nullable Cursor next) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Connection connection = gate.connection(request);
    Paging paging = Paging.of(request);
    return paging.cursor().isPresent()
        ? behind(paging.cursor().get(), paging, connection, request)
        : page(paging, connection, request);
  }

  private HttpResponse behind(
      Cursor cursor, Paging paging, Connection connection, HttpRequest request) {
    Cursor place = cursor;
    while (true) {
      int index = index(place);
      ReadOutcome outcome =
          part(connection, variants.get(index), new Place.After(place), paging.limit(), request);
      if (!(outcome instanceof Listed listed)) {
        return failure(outcome);
      }
      Cursor next = next(index, listed);
      if (next == null || !listed.entities().isEmpty()) {
        var part = new Part(variants.get(index), listed, next);
        // How many there are in all lists isn't known without a call for each.
        return shown(part, Envelope.of(data(part)), paging, 0, request);
      }
      place = next;
    }
  }

  private HttpResponse page(Paging paging, Connection connection, HttpRequest request) {
    Part found = null;
    Listed last = null;
    long total = 0;
    long pages = 0;
    for (int index = 0; index < variants.size(); index++) {
      Variant variant = variants.get(index);
      // How far this list goes is only known once its first page is read.
      ReadOutcome outcome = part(connection, variant, new Place.Page(1), paging.limit(), request);
      if (!(outcome instanceof Listed first)) {
        return failure(outcome);
      }
      last = first;
      long wanted = paging.page() - pages;
      if (wanted == 1) {
        found = new Part(variant, first, next(index, first));
      } else if (wanted > 1 && wanted <= first.totalPages()) {
        ReadOutcome further =
            part(connection, variant, new Place.Page((int) wanted), paging.limit(), request);
        if (!(further instanceof Listed listed)) {
          return failure(further);
        }
        found = new Part(variant, listed, next(index, listed));
      }
      total += first.total();
      pages += first.totalPages();
    }
    Part part =
        found != null
            ? found
            : new Part(variants.getLast(), emptied(Objects.requireNonNull(last)), null);
    Envelope envelope = Envelope.of(data(part)).paged(total, paging.limit(), paging.page(), pages);
    return shown(part, envelope, paging, pages, request);
  }

  private static Listed emptied(Listed list) {
    return new Listed(
        List.of(),
        list.total(),
        list.totalPages(),
        list.currentPage(),
        null,
        list.raw(),
        list.left());
  }

  private HttpResponse shown(
      Part part, Envelope envelope, Paging paging, long pages, HttpRequest request) {
    Envelope whole =
        envelope
            .warning(ResourceReads.warnings(request, part.list().entities()))
            .after(part.next());
    JsonNode raw = part.list().raw();
    HttpResponse response = (Parameters.wantsRaw(request) ? whole.raw(raw) : whole).response(200);
    return ResourceReads.withBudget(response, part.list().left())
        .with("Link", paging.links(request, pages, part.next()));
  }

  private static ArrayNode data(Part part) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    part.list().entities().forEach(entity -> data.add(part.variant().show(entity)));
    return data;
  }

  private @Nullable Cursor next(int index, Listed listed) {
    if (listed.next() != null || index + 1 == variants.size()) {
      return listed.next();
    }
    return Cursor.start(variants.get(index + 1).resource().name());
  }

  private int index(Cursor cursor) {
    for (int index = 0; index < variants.size(); index++) {
      if (variants.get(index).resource().name().equals(cursor.list())) {
        return index;
      }
    }
    throw Paging.noCursor();
  }

  private ReadOutcome part(
      Connection connection, Variant variant, Place place, int limit, HttpRequest request) {
    Resource resource = variant.resource();
    Reader.Expand expand = ResourceReads.expand(request, limit);
    return reader.list(
        connection,
        resource,
        new Reader.Selection(
            ResourceReads.accepted(resource.filters(Parameters.filters(request))),
            Map.of(),
            place,
            limit,
            expand),
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
