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
public final class EntityIds {

  /**
   * The template names the parameter; contacts' routes, for one, call it contactId as Maesn does.
   */
  private static final Pattern LAST_PARAMETER = Pattern.compile("\\{([A-Za-z]+)}$");

  private EntityIds() {}

  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

  /** What the route names first: the entity that something of is meant. */
  public static String first(HttpRequest request, Resource resource) {
    return checked(request.pathParameter(parameters(request).getFirst()), resource);
  }

  /** What the route names after the entity, where it names something. */
  static Optional<String> second(HttpRequest request) {
    return parameters(request).stream().skip(1).findFirst().map(request::pathParameter);
  }

  private static List<String> parameters(HttpRequest request) {
    return PARAMETER.matcher(request.route()).results().map(found -> found.group(1)).toList();
  }

  /** What the route ends in, unchecked; empty where that is no parameter. */
  static Optional<String> last(HttpRequest request) {
    Matcher parameter = LAST_PARAMETER.matcher(request.route());
    return parameter.find()
        ? Optional.of(request.pathParameter(parameter.group(1)))
        : Optional.empty();
  }

  /** Null where the route doesn't end in an id. */
  static @Nullable String of(HttpRequest request, Resource resource) {
    return last(request).map(id -> checked(id, resource)).orElse(null);
  }

  private static String checked(String id, Resource resource) {
    if (!Identifiers.isIdOf(resource, id)) {
      throw new Rejected(NOT_FOUND.about("No " + resource.name() + " can have such an id."));
    }
    return id;
  }
}
