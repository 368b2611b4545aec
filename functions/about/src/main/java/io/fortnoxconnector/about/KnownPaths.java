package io.fortnoxconnector.about;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.fortnox.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The paths that the API's description has, and their methods. */
final class KnownPaths {

  private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z]+}");

  private final List<Path> paths;

  private record Path(int parameters, Pattern pattern, Set<String> methods) {}

  private KnownPaths(List<Path> paths) {
    this.paths = paths;
  }

  static KnownPaths of(String openApi) {
    try {
      var paths = new ArrayList<Path>();
      Json.read(openApi)
          .path("paths")
          .properties()
          .forEach(path -> paths.add(path(path.getKey(), path.getValue())));
      // As API Gateway chooses: a path without a variable before one with.
      paths.sort(Comparator.comparingInt(Path::parameters));
      return new KnownPaths(List.copyOf(paths));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("openapi.json is no JSON", e);
    }
  }

  private static Path path(String template, JsonNode operations) {
    var methods = new TreeSet<String>();
    operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
    var literals = new ArrayList<String>();
    for (String literal : PARAMETER.split(template, -1)) {
      literals.add(Pattern.quote(literal));
    }
    return new Path(literals.size() - 1, Pattern.compile(String.join("[^/]+", literals)), methods);
  }

  /** The methods of a path; none where there's no such path. */
  Set<String> methods(String path) {
    return paths.stream()
        .filter(known -> known.pattern().matcher(path).matches())
        .findFirst()
        .map(Path::methods)
        .orElse(Set.of());
  }
}
