package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.BODY_MALFORMED;
import static io.fortnoxconnector.connector.problems.ProblemType.BODY_TOO_LARGE;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_UNKNOWN;
import static io.fortnoxconnector.connector.problems.ProblemType.MEDIA_TYPE_UNSUPPORTED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Limits;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.tasks.BulkDesk;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.CsvColumns;
import io.fortnoxconnector.translation.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many bodies in one: a JSON array, NDJSON (an object a line), or CSV. All become the same rows.
 */
final class BulkBody {

  /** Lambda takes 6 MB with all that is around it (AWS Lambda guide, "Lambda quotas"). */
  static final int MOST_BYTES = 5 * 1024 * 1024;

  private BulkBody() {}

  static List<ObjectNode> rows(HttpRequest request, Resource resource) {
    String type = Body.mediaType(request);
    String text = Body.text(request, MOST_BYTES);
    List<ObjectNode> rows =
        switch (type) {
          case "application/json" -> array(text);
          case "application/x-ndjson", "application/ndjson", "application/jsonl" -> lines(text);
          case "text/csv" -> table(text, CsvColumns.of(resource));
          default ->
              throw new Rejected(
                  MEDIA_TYPE_UNSUPPORTED.about(
                      "Send the rows as application/json, application/x-ndjson or text/csv, not "
                          + Body.printable(type)
                          + "."));
        };
    if (rows.isEmpty() || rows.size() > BulkDesk.MOST_ROWS) {
      throw new Rejected(
          BODY_MALFORMED.about(
              "The body has 1 to %d rows, not %d.".formatted(BulkDesk.MOST_ROWS, rows.size())));
    }
    return text.length() > Limits.MOST_BODY_BYTES ? small(rows) : rows;
  }

  private static List<ObjectNode> array(String text) {
    var rows = new ArrayList<ObjectNode>();
    for (JsonNode row : Body.array(text)) {
      rows.add(object(row, "Row " + rows.size()));
    }
    return rows;
  }

  private static List<ObjectNode> lines(String text) {
    var rows = new ArrayList<ObjectNode>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        rows.add(object(tree(line), "Line " + number));
      }
    }
    return rows;
  }

  private static JsonNode tree(String line) {
    try {
      return Json.read(line);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static ObjectNode object(JsonNode row, String name) {
    if (row instanceof ObjectNode object) {
      return object;
    }
    throw new Rejected(BODY_MALFORMED.about(name + " isn't a JSON object."));
  }

  private static List<ObjectNode> table(String text, CsvColumns known) {
    CsvTable table = CsvTable.of(text);
    List<CsvColumns.Column> columns = columns(table.header(), known);
    var rows = new ArrayList<ObjectNode>();
    for (List<String> cells : table.rows()) {
      if (cells.size() > columns.size()) {
        throw new Rejected(
            BODY_MALFORMED.about(
                "Row %d has %d cells, and there are %d columns."
                    .formatted(rows.size(), cells.size(), columns.size())));
      }
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          CsvColumns.fill(row, columns.get(i), cells.get(i));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<CsvColumns.Column> columns(List<String> header, CsvColumns known) {
    var columns = new ArrayList<CsvColumns.Column>();
    var problems = new ArrayList<Problem>();
    for (String heading : header) {
      known
          .named(heading)
          .ifPresentOrElse(columns::add, () -> problems.add(unknown(heading, known)));
    }
    if (!problems.isEmpty()) {
      throw new Rejected(problems);
    }
    return columns;
  }

  private static Problem unknown(String heading, CsvColumns known) {
    String name = Body.printable(heading);
    return FIELD_UNKNOWN.about(
        "/" + name,
        "No field is called "
            + name
            + known.suggestion(heading).map(m -> ". Did you mean " + m + "?").orElse("."));
  }

  private static List<ObjectNode> small(List<ObjectNode> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (Json.write(rows.get(i)).getBytes(StandardCharsets.UTF_8).length
          > Limits.MOST_BODY_BYTES) {
        throw new Rejected(
            BODY_TOO_LARGE.about(
                "Row %d has more than %d bytes.".formatted(i, Limits.MOST_BODY_BYTES)));
      }
    }
    return rows;
  }
}
