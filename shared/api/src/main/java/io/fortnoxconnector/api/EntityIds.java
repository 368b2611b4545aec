package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import io.fortnoxconnector.connector.Identifiers;
import io.fortnoxconnector.translation.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which entity of a resource a request is about. */
final class EntityIds {

  /**
   * The template names the parameter; contacts' routes, for one, call it contactId as Maesn does.
   */
  private static final Pattern LAST_PARAMETER = Pattern.compile("\\{([A-Za-z]+)}$");

  private EntityIds() {}

  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

  /** What the route names first: the entity that something of is meant. */
  static String first(HttpRequest request, Resource resource) {
    String id = request.pathParameter(parameters(request).getFirst());
    if (!Identifiers.isIdOf(resource, id)) {
      throw new Rejected(NOT_FOUND.about("No " + resource.name() + " can have such an id."));
    }
    return id;
  }

  /** What the route names after the entity, where it names something. */
  static Optional<String> second(HttpRequest request) {
    return parameters(request).stream().skip(1).findFirst().map(request::pathParameter);
  }

  private static List<String> parameters(HttpRequest request) {
    return PARAMETER.matcher(request.route()).results().map(found -> found.group(1)).toList();
  }

  /** Null where the route doesn't end in an id. */
  static @Nullable String of(HttpRequest request, Resource resource) {
    Matcher parameter = LAST_PARAMETER.matcher(request.route());
    if (!parameter.find()) {
      return null;
    }
    String id = request.pathParameter(parameter.group(1));
    if (!Identifiers.isIdOf(resource, id)) {
      throw new Rejected(NOT_FOUND.about("No " + resource.name() + " can have such an id."));
    }
    return id;
  }
}
