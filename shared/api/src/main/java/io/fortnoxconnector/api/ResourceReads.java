package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.reading.ReadOutcome;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.translation.FilterTranslation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import io.fortnoxconnector.translation.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a resource: {@code GET /accounting/<resource>} and {@code GET
 * /accounting/<resource>/{id}}, driven by its field table.
 */
final class ResourceReads {

  /** A page of more, each read by itself, wouldn't fit into the 29 s that API Gateway waits. */
  private static final int MOST_EXPANDED = 100;

  private final Variant variant;
  private final Resource resource;
  private final Reader reader;

  ResourceReads(Variant variant, Reader reader) {
    this.variant = variant;
    this.resource = variant.resource();
    this.reader = reader;
  }

  /**
   * Answers a GET.
   *
   * @param id null where the path has none: the list, or what a company has one of
   */
  HttpResponse answer(HttpRequest request, Connection connection, @Nullable String id) {
    if (id == null && !resource.isSingleton()) {
      return list(request, connection);
    }
    return one(request, connection, id == null ? "" : id);
  }

  /** Shows an entity that has no more than its key. */
  void rehearse() {
    ObjectNode bare = resource.bareEntity();
    Unified entity = resource.fromFortnox(bare);
    Envelope.of(variant.show(entity)).warning(entity.warnings()).raw(bare).response(200);
  }

  private HttpResponse one(HttpRequest request, Connection connection, String id) {
    boolean wantsRaw = Parameters.wantsRaw(request);
    ReadOutcome outcome =
        reader.one(
            connection,
            resource,
            id,
            accepted(resource.filtersOfOne(request.query())),
            Parameters.expand(request),
            request.deadline());
    return switch (outcome) {
      case ReadOutcome.One(var entity, var raw, var left) -> {
        Envelope envelope =
            Envelope.of(variant.show(entity)).warning(warnings(request, List.of(entity)));
        yield withBudget((wantsRaw ? envelope.raw(raw) : envelope).response(200), left);
      }
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.Listed _ -> throw new AssertionError("one was asked for");
    };
  }

  private HttpResponse list(HttpRequest request, Connection connection) {
    Paging paging = Paging.of(request);
    Expand expand = expand(request, paging.limit());
    boolean wantsRaw = Parameters.wantsRaw(request);
    ReadOutcome outcome =
        reader.list(
            connection,
            resource,
            new Reader.Selection(
                accepted(resource.filters(Parameters.filters(request))),
                accepted(resource.filtersOfOne(request.query())),
                paging.place(resource.name()),
                paging.limit(),
                expand),
            request.deadline());
    return switch (outcome) {
      case ReadOutcome.Listed(
              var entities,
              var total,
              var pages,
              var current,
              var next,
              var raw,
              var left) -> {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        entities.forEach(entity -> data.add(variant.show(entity)));
        Envelope envelope =
            Envelope.of(data)
                .warning(warnings(request, entities))
                .paged(total, paging.limit(), current, pages)
                .after(next);
        yield withBudget((wantsRaw ? envelope.raw(raw) : envelope).response(200), left)
            .with("Link", paging.links(request, pages, next));
      }
      case ReadOutcome.Failed(var problem) -> Envelope.failure(List.of(problem));
      case ReadOutcome.One _ -> throw new AssertionError("a list was asked for");
    };
  }

  /** How much of each entity of a list is wanted. */
  static Expand expand(HttpRequest request, int limit) {
    Expand expand = Parameters.expand(request);
    if (expand == Expand.FULL && limit > MOST_EXPANDED) {
      throw new Rejected(
          PARAMETER_INVALID.about(
              "limit",
              "expand=full reads each entity by itself: at most " + MOST_EXPANDED + " a page."));
    }
    return expand;
  }

  /** Fortnox's limit and what is left of it: the IETF's draft of RateLimit header fields. */
  static HttpResponse withBudget(HttpResponse response, int left) {
    return response
        .with("RateLimit-Policy", "\"fortnox\";q=25;w=5")
        .with("RateLimit", "\"fortnox\";r=" + left + ";t=5");
  }

  static Map<String, String> accepted(FilterTranslation translation) {
    return switch (translation) {
      case FilterTranslation.Accepted(var query) -> query;
      case FilterTranslation.Rejected(var problems) ->
          throw new Rejected(problems.stream().map(Problem::of).toList());
    };
  }

  /** Each warning once, however many rows it's about. */
  static List<Warning> warnings(HttpRequest request, List<Unified> entities) {
    var warnings = new LinkedHashSet<>(Parameters.warnings(request));
    entities.forEach(entity -> warnings.addAll(entity.warnings()));
    return new ArrayList<>(warnings);
  }
}
