package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.PARAMETER_INVALID;

import io.fortnoxconnector.connector.reading.Reader.Expand;
import io.fortnoxconnector.translation.Warning;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The query parameters that all reads have in common. */
public final class Parameters {

  /** Maesn's parameters that mean nothing for Fortnox, where the account key names the company. */
  private static final Set<String> WITHOUT_MEANING = Set.of("environmentName", "companyId");

  private static final Set<String> OWN = Set.of("page", "limit", "after", "expand", "rawData");

  private Parameters() {}

  /** What is left for a resource's filters. */
  public static Map<String, String> filters(HttpRequest request) {
    var parameters = new TreeMap<>(request.query());
    parameters.keySet().removeAll(OWN);
    parameters.keySet().removeAll(WITHOUT_MEANING);
    return parameters;
  }

  /** For a list that has no filters. */
  static void refuseOthers(HttpRequest request) {
    filters(request)
        .keySet()
        .forEach(
            name -> {
              throw new Rejected(
                  PARAMETER_INVALID.about(name, "This list has no filters, only page and limit."));
            });
  }

  public static Expand expand(HttpRequest request) {
    return switch (request.parameter("expand").orElse("")) {
      case "" -> Expand.NOTHING;
      case "full" -> Expand.FULL;
      default ->
          throw new Rejected(PARAMETER_INVALID.about("expand", "expand is full, or absent."));
    };
  }

  static boolean wantsRaw(HttpRequest request) {
    return switch (request.parameter("rawData").orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Rejected(PARAMETER_INVALID.about("rawData", "rawData is true or false."));
    };
  }

  public static List<Warning> warnings(HttpRequest request) {
    return request.query().keySet().stream()
        .filter(WITHOUT_MEANING::contains)
        .map(
            name ->
                new Warning(
                    "parameter-without-meaning",
                    name,
                    "The account key alone says which company is meant."))
        .toList();
  }
}
