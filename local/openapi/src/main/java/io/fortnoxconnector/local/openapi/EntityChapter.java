package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Answers.json;
import static io.fortnoxconnector.local.openapi.Nodes.object;
import static io.fortnoxconnector.local.openapi.Nodes.reference;

import io.fortnoxconnector.translation.Operation;
import java.util.List;
import java.util.Optional;

/** {@code /accounting/<resource>} and {@code /accounting/<resource>/{id}}, and their like. */
final class EntityChapter implements Chapter {
  private final TableSchemas schemas;
  private final List<Subject> subjects = Subject.all();

  EntityChapter(TableSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Optional<ApiOperation> operation(ApiRoute route) {
    return subjects.stream()
        .filter(subject -> route.path().equals(subject.path()) || isBelow(route, subject))
        .findFirst()
        .map(subject -> operation(route, subject));
  }

  private static boolean isBelow(ApiRoute route, Subject subject) {
    String start = subject.path() + "/{";
    return route.path().startsWith(start)
        && route.path().indexOf('}', start.length()) == route.path().length() - 1;
  }

  private ApiOperation operation(ApiRoute route, Subject subject) {
    return switch (route.method()) {
      case "GET" ->
          isBelow(route, subject) || subject.isSingleton()
              ? one(route, subject)
              : list(route, subject);
      case "POST" -> create(route, subject);
      case "PUT" -> replace(route, subject);
      case "PATCH" -> patch(route, subject);
      case "DELETE" -> delete(route, subject);
      default -> throw new IllegalArgumentException(route.key());
    };
  }

  private ApiOperation list(ApiRoute route, Subject subject) {
    ApiOperation operation =
        start(route, subject, "list" + subject.plural() + subject.suffix(), "Lists %s entries")
            .description(
                "A list's entries carry what Fortnox's lists carry, the rest is null; with"
                    + " `expand=full` each is read by itself.");
    subject.filters().forEach(filter -> operation.parameter(FilterParameters.of(filter)));
    return operation
        .common("page", "limit", "after", "expand", "rawData", "companyId", "environmentName")
        .answer(
            200,
            json(
                "A part of the list.",
                schemas.listAnswer(subject),
                "RateLimit",
                "RateLimit-Policy",
                "Link"))
        .problems(Answers.OF_FORTNOX);
  }

  private ApiOperation one(ApiRoute route, Subject subject) {
    ApiOperation operation = start(route, subject, "get", "Reads one %s", subject.single());
    subject.filtersOfOne().forEach(filter -> operation.parameter(FilterParameters.of(filter)));
    return operation
        .common("expand", "rawData", "companyId", "environmentName")
        .answer(
            200,
            json(
                "As Fortnox has it now.", schemas.answer(subject), "RateLimit", "RateLimit-Policy"))
        .problems(Answers.OF_FORTNOX);
  }

  private ApiOperation create(ApiRoute route, Subject subject) {
    ApiOperation operation = start(route, subject, "create", "Creates one %s", subject.single());
    if (!subject.allows(Operation.CREATE)) {
      return impossible(operation.body(object("type", "object")), subject, Operation.CREATE);
    }
    return write(operation.body(schemas.create(subject)))
        .answer(201, json("Done.", schemas.answer(subject), "Location", "Idempotency-Replayed"));
  }

  private ApiOperation replace(ApiRoute route, Subject subject) {
    ApiOperation operation = start(route, subject, "replace", "Replaces one %s", subject.single());
    if (!subject.allows(Operation.REPLACE)) {
      return impossible(operation.body(object("type", "object")), subject, Operation.REPLACE);
    }
    return write(operation.body(schemas.create(subject)))
        .description("What is absent is emptied where Fortnox can.")
        .answer(200, json("Done.", schemas.answer(subject), "Idempotency-Replayed"));
  }

  private ApiOperation patch(ApiRoute route, Subject subject) {
    ApiOperation operation = start(route, subject, "patch", "Changes one %s", subject.single());
    if (!subject.allows(Operation.PATCH)) {
      return impossible(operation.body(object("type", "object")), subject, Operation.PATCH);
    }
    return write(operation.body(schemas.patch(subject)))
        .description("What is absent stays; null empties.")
        .answer(200, json("Done.", schemas.answer(subject), "Idempotency-Replayed"));
  }

  private ApiOperation delete(ApiRoute route, Subject subject) {
    ApiOperation operation = start(route, subject, "delete", "Deletes one %s", subject.single());
    Optional<String> refusal = subject.refusal(Operation.DELETE);
    if (!subject.allows(Operation.DELETE)) {
      return impossible(operation, subject, Operation.DELETE);
    }
    return write(operation)
        .description(refusal.orElse(""))
        .problems(refusal.isPresent() ? List.of(405) : List.of())
        .answer(200, json("Done.", schemas.deleted(), "Idempotency-Replayed"));
  }

  private static ApiOperation start(
      ApiRoute route, Subject subject, String verb, String summary, String name) {
    return start(route, subject, verb + name + subject.suffix(), summary);
  }

  private static ApiOperation start(ApiRoute route, Subject subject, String id, String summary) {
    return new ApiOperation(route, id, subject.tag(), summary.formatted(subject.words()))
        .keys(Keys.COMPANY)
        .pathParameters();
  }

  /** Accepted as a task, waited for, answered as far as it is. */
  static ApiOperation write(ApiOperation operation) {
    return operation
        .common("Idempotency-Key", "Prefer")
        .answer(202, reference("responses", "Accepted"))
        .problems(Answers.OF_FORTNOX)
        .problems(Answers.OF_WRITES);
  }

  /** The route is there to say why not. */
  private static ApiOperation impossible(ApiOperation operation, Subject subject, Operation what) {
    return operation
        .description(subject.refusal(what).orElseThrow())
        .problems(List.of(400, 404, 405));
  }
}
