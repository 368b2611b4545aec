package io.fortnoxconnector.tasks;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;
import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.CsvTable;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Links;
import io.fortnoxconnector.api.Paging;
import io.fortnoxconnector.api.Parameters;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.reading.Cursor;
import io.fortnoxconnector.connector.tasks.BulkProgress;
import io.fortnoxconnector.connector.tasks.OwnTasks;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.fortnox.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a bulk run's rows: {@code …/rows} as a list in pages, {@code …/result} as a file,
 * an object or a line for each.
 */
final class RowsEndpoint implements Endpoint {

  /** Lambda's answer has 6 MB (AWS Lambda guide, "Lambda quotas"), in JSON, which escapes. */
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final int AT_ONCE = 500;

  private static final List<String> COLUMNS =
      List.of("row", "taskId", "status", "state", "resourceId", "code", "pointer", "detail");

  /** What its cursors say that they're of. */
  private static final String LIST = "rows";

  private final Gate gate;
  private final OwnTasks tasks;

  RowsEndpoint(Gate gate, OwnTasks tasks) {
    this.gate = gate;
    this.tasks = tasks;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Task run =
        tasks
            .find(gate.connection(request), request.pathParameter("taskId"))
            .filter(task -> BulkProgress.of(task).isPresent())
            .orElseThrow(() -> new Rejected(NOT_FOUND.about("There is no bulk run with this id.")));
    Parameters.filters(request)
        .keySet()
        .forEach(
            name -> {
              throw new Rejected(PARAMETER_INVALID.about(name, "Rows have no filters."));
            });
    int rows = BulkProgress.of(run).orElseThrow().rows();
    return request.route().endsWith("/rows") ? page(request, run, rows) : file(request, run, rows);
  }

  private HttpResponse page(HttpRequest request, Task run, int rows) {
    Paging paging = Paging.of(request);
    int from = from(paging, rows);
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    int index = from;
    for (Task row : tasks.rows(run, from, paging.limit())) {
      data.add(view(index++, row));
    }
    Cursor next = index < rows ? cursor(index) : null;
    HttpResponse response =
        Envelope.of(data).warning(Parameters.warnings(request)).after(next).response(200);
    return next == null ? response : goingOn(request, response, next);
  }

  private HttpResponse file(HttpRequest request, Task run, int rows) {
    if (request.parameter("page").isPresent() || request.parameter("limit").isPresent()) {
      throw new Rejected(
          PARAMETER_INVALID.about("limit", "A result has no pages: as much as fits is in it."));
    }
    boolean csv = request.header("accept").orElse("").contains("csv");
    int index = from(Paging.of(request), rows);
    var text = new StringBuilder(csv ? String.join(",", COLUMNS) + "\r\n" : "");
    while (index < rows && text.length() < MOST_CHARACTERS) {
      for (Task row : tasks.rows(run, index, AT_ONCE)) {
        ObjectNode view = view(index++, row);
        text.append(csv ? line(view) + "\r\n" : Json.write(view) + "\n");
      }
    }
    HttpResponse response =
        HttpResponse.text(200, csv ? "text/csv" : "application/x-ndjson", text.toString())
            .with(
                "Content-Disposition",
                "attachment; filename=\"%s.%s\"".formatted(run.id(), csv ? "csv" : "ndjson"));
    return index < rows ? goingOn(request, response, cursor(index)) : response;
  }

  private static ObjectNode view(int index, Task row) {
    ObjectNode view = TaskView.of(row);
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("row", index);
    for (String field :
        List.of(
            "taskId", "status", "state", "operation", "resourceId", "finishedDate", "problems")) {
      shown.set(field, view.get(field));
    }
    return shown;
  }

  private static String line(ObjectNode view) {
    JsonNode problem = view.path("problems").path(0);
    return Stream.concat(
            COLUMNS.stream().limit(5).map(view::path), COLUMNS.stream().skip(5).map(problem::path))
        .map(value -> value.isNull() ? "" : value.asText())
        .map(CsvTable::cell)
        .collect(Collectors.joining(","));
  }

  private static int from(Paging paging, int rows) {
    return paging
        .cursor()
        .map(
            cursor ->
                Optional.of(cursor)
                    .filter(one -> one.list().equals(LIST) && one.trail().isEmpty())
                    .map(Cursor::position)
                    .filter(position -> position >= 0 && position <= rows)
                    .orElseThrow(Paging::noCursor))
        .orElse((int) Math.min(rows, (paging.page() - 1L) * paging.limit()));
  }

  private static Cursor cursor(int index) {
    return new Cursor(LIST, index, List.of());
  }

  private static HttpResponse goingOn(HttpRequest request, HttpResponse response, Cursor next) {
    return response.with(
        "Link", Links.to(request, "next", Map.of("after", next.text(), "page", "")));
  }
}
