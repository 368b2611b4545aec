package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Answers.json;
import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Action;
import io.fortnoxconnector.translation.Lines;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.List;
import java.util.Optional;

/**
 * What a document has below its own path: its lines, its PDF, and what can be done to it.
 *
 * <p>Below {@code /accounting/<resource>/{id}/} a name is the lines' field, an action's, or {@code
 * document}.
 */
final class DocumentChapter implements Chapter {
  private final TableSchemas schemas;

  DocumentChapter(TableSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Optional<ApiOperation> operation(ApiRoute route) {
    List<String> segments = route.segments();
    if (segments.size() < 4
        || !segments.getFirst().equals("accounting")
        || !ApiRoute.isParameter(segments.get(2))) {
      return Optional.empty();
    }
    String below = segments.get(3);
    return Resources.named(segments.get(1))
        .flatMap(
            resource -> {
              boolean isLines = resource.lines().map(Lines::field).stream().anyMatch(below::equals);
              if (isLines) {
                return Optional.of(line(route, resource, segments.size() == 5));
              }
              if (below.equals("document") && resource.pdf().isPresent()) {
                return Optional.of(pdf(route, resource));
              }
              return resource.action(below).map(action -> action(route, resource, action));
            });
  }

  private ApiOperation line(ApiRoute route, Resource resource, boolean isOne) {
    String name = Names.line(resource);
    return switch (route.method()) {
      case "GET" ->
          start(
                  route,
                  resource,
                  isOne ? "get" + name : "list" + name + "s",
                  isOne ? "Reads one line of one %s" : "Lists the lines of one %s")
              .common("rawData", "companyId", "environmentName")
              .answer(
                  200,
                  json(
                      "As Fortnox has it now.",
                      isOne ? schemas.lineAnswer(resource) : schemas.lineListAnswer(resource),
                      "RateLimit",
                      "RateLimit-Policy"))
              .problems(Answers.OF_FORTNOX);
      case "POST" ->
          write(route, resource, "add" + name, "Adds a line to one %s")
              .body(schemas.lineCreate(resource))
              .answer(
                  201,
                  json("Done.", schemas.lineAnswer(resource), "Location", "Idempotency-Replayed"));
      case "PUT" ->
          write(route, resource, "replace" + name, "Replaces one line of one %s")
              .body(schemas.lineCreate(resource))
              .answer(200, json("Done.", schemas.lineAnswer(resource), "Idempotency-Replayed"));
      case "PATCH" ->
          write(route, resource, "patch" + name, "Changes one line of one %s")
              .body(schemas.linePatch(resource))
              .answer(200, json("Done.", schemas.lineAnswer(resource), "Idempotency-Replayed"));
      case "DELETE" ->
          write(route, resource, "remove" + name, "Removes one line of one %s")
              .answer(200, json("Done.", schemas.lineRemoved(resource), "Idempotency-Replayed"));
      default -> throw new IllegalArgumentException(route.key());
    };
  }

  private ApiOperation pdf(ApiRoute route, Resource resource) {
    ObjectNode answer = json("The document.", Nodes.schema("PdfAnswer"));
    ((ObjectNode) answer.path("content")).set("application/pdf", object());
    return start(route, resource, "getPdfOf" + Names.single(resource), "Shows one %s as a PDF")
        .description("In base64, or as it is with `Accept: application/pdf`.")
        .answer(200, answer)
        .problems(Answers.OF_FORTNOX);
  }

  private ApiOperation action(ApiRoute route, Resource resource, Action action) {
    return write(
            route,
            resource,
            action.name() + Names.single(resource),
            Names.capital(Names.words(action.name())) + ", one %s")
        .description(action.note())
        .emptyBody()
        .answer(200, json("Done.", schemas.answer(resource), "Idempotency-Replayed"));
  }

  private static ApiOperation write(ApiRoute route, Resource resource, String id, String summary) {
    return EntityChapter.write(start(route, resource, id, summary));
  }

  private static ApiOperation start(ApiRoute route, Resource resource, String id, String summary) {
    String words = Names.words(Names.single(resource));
    return new ApiOperation(route, id, resource.name(), summary.formatted(words))
        .keys(Keys.COMPANY)
        .pathParameters();
  }
}
