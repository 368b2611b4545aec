package io.fortnoxconnector.connector.reading;

import static io.fortnoxconnector.connector.problems.ProblemType.FORTNOX_UNAVAILABLE;
import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.calls.CallOutcome;
import io.fortnoxconnector.connector.calls.FortnoxGateway;
import io.fortnoxconnector.connector.calls.RawCall;
import io.fortnoxconnector.connector.calls.ResourceCalls;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.reading.ReadOutcome.Failed;
import io.fortnoxconnector.connector.reading.ReadOutcome.Listed;
import io.fortnoxconnector.connector.reading.ReadOutcome.One;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Rows;
import io.fortnoxconnector.translation.Unified;
import io.fortnoxconnector.translation.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads from Fortnox within the company's budget. */
public final class Reader {

  private final FortnoxGateway gateway;

  public Reader(FortnoxGateway gateway) {
    this.gateway = gateway;
  }

  /** How much of an entity is wanted. */
  public enum Expand {
    /** One call: a page of thin rows, or an entity without its dependent rows. */
    NOTHING,
    /** A further call for each entity of a page, and for the dependent rows of a single one. */
    FULL
  }

  /**
   * Which part of a list, and of what, in Fortnox's terms.
   *
   * @param queryOfOne the part of the query without which an entity of the list would be another
   */
  public record Selection(
      Map<String, String> query,
      Map<String, String> queryOfOne,
      Place place,
      int limit,
      Expand expand) {}

  /**
   * Reads one entity.
   *
   * @param query what beside the id says which one, in Fortnox's terms
   */
  public ReadOutcome one(
      Connection connection,
      Resource resource,
      String id,
      Map<String, String> query,
      Expand expand,
      Deadline deadline) {
    CallOutcome outcome =
        gateway.read(
            connection, resource.scope(), ResourceCalls.read(resource, id, query), deadline);
    if (!(outcome instanceof CallOutcome.Answered(var document, var left))) {
      return failed(outcome);
    }
    ObjectNode entity = resource.entityIn(document);
    if (!resource.includes(entity)) {
      return new Failed(NOT_FOUND.about("Of " + resource.name() + ", none has this id."));
    }
    if (resource.rows().isEmpty()) {
      return new One(resource.fromFortnox(entity), document, left);
    }
    if (expand == Expand.NOTHING) {
      return new One(withoutRows(resource, resource.fromFortnox(entity)), document, left);
    }
    var rows = new LinkedHashMap<String, List<ObjectNode>>();
    for (Rows dependent : resource.rows()) {
      CallOutcome listed =
          gateway.read(
              connection,
              resource.scope(),
              FortnoxCall.get(dependent.path(), Map.of(dependent.ownerQuery(), id)),
              deadline);
      if (!(listed instanceof CallOutcome.Answered(var found, _))) {
        return failed(listed);
      }
      var list = new ArrayList<ObjectNode>();
      found.at(dependent.listPointer()).forEach(row -> list.add(object(row)));
      rows.put(dependent.field(), list);
    }
    return new One(resource.fromFortnox(entity, rows), document, left);
  }

  /**
   * A field that wasn't read is null like one that holds nothing: the difference has to be said.
   */
  private static Unified withoutRows(Resource resource, Unified entity) {
    var warnings = new ArrayList<>(entity.warnings());
    for (Rows rows : resource.rows()) {
      warnings.add(
          new Warning(
              "rows-not-read",
              "/" + rows.field(),
              rows.field()
                  + " was not read. A single entity with expand=full has it, for one more call of"
                  + " the limit."));
    }
    return new Unified(entity.data(), warnings);
  }

  /** Reads a part of a list. */
  public ReadOutcome list(
      Connection connection, Resource resource, Selection selection, Deadline deadline) {
    Function<Map<String, String>, CallOutcome> ask =
        query ->
            gateway.read(
                connection, resource.scope(), ResourceCalls.list(resource, query), deadline);
    var pages =
        new Pages(
            resource,
            selection.query(),
            selection.limit(),
            resource.isSifted() ? new Sieve(resource, ask) : ask);
    Pages.Found found = pages.at(selection.place());
    if (!(found instanceof Pages.Found.Rows page)) {
      return new Failed(((Pages.Found.Failed) found).problem());
    }
    var entities = new ArrayList<Unified>();
    for (JsonNode row : page.rows()) {
      if (selection.expand() == Expand.NOTHING) {
        entities.add(resource.fromListRow(object(row)));
        continue;
      }
      ReadOutcome one =
          one(
              connection,
              resource,
              resource.idOf(row),
              selection.queryOfOne(),
              Expand.NOTHING,
              deadline);
      if (!(one instanceof One(var entity, _, _))) {
        return one;
      }
      entities.add(entity);
    }
    return new Listed(
        entities,
        page.total(),
        page.totalPages(),
        page.currentPage(),
        page.next(),
        page.document(),
        page.left());
  }

  /** One entity as a PDF. */
  public DocumentOutcome document(
      Connection connection, Resource resource, String id, Deadline deadline) {
    if (resource.isPart()
        && one(connection, resource, id, Map.of(), Expand.NOTHING, deadline)
            instanceof Failed(var problem)) {
      return new DocumentOutcome.Failed(problem);
    }
    CallOutcome outcome =
        gateway.read(connection, resource.scope(), ResourceCalls.pdf(resource, id), deadline);
    if (!(outcome instanceof CallOutcome.Answered(var content, var left))) {
      return new DocumentOutcome.Failed(failed(outcome).problem());
    }
    return content instanceof BinaryNode pdf
        ? new DocumentOutcome.Pdf(pdf, left)
        : new DocumentOutcome.Failed(
            FORTNOX_UNAVAILABLE.about("Fortnox answered something that is no PDF."));
  }

  /** What is asked for in Fortnox's own terms. */
  public RawOutcome raw(Connection connection, RawCall call, Deadline deadline) {
    CallOutcome outcome = gateway.read(connection, call.scope(), call.call(), deadline);
    return switch (outcome) {
      case CallOutcome.Answered(var body, var left) -> new RawOutcome.Answered(body, left);
      case CallOutcome.Refused(var error) -> new RawOutcome.Failed(Problem.ofPassedOn(error));
      case CallOutcome.Later _, CallOutcome.Disconnected _, CallOutcome.Unknown _ ->
          new RawOutcome.Failed(failed(outcome).problem());
    };
  }

  static Failed failed(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Later(var problem) -> new Failed(problem);
      case CallOutcome.Disconnected(var problem) -> new Failed(problem);
      case CallOutcome.Unknown(var problem, _) -> new Failed(problem);
      case CallOutcome.Refused(var error) -> new Failed(Problem.of(error));
      case CallOutcome.Answered _ -> throw new IllegalArgumentException("that is an answer");
    };
  }

  private static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }
}
