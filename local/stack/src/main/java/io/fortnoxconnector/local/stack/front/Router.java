package io.fortnoxconnector.local.stack.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fortnoxconnector.local.stack.template.Route;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses a route by API Gateway's priority: the full match first, then single variables, then
 * {@code {proxy+}}, then {@code $default}; a named method before ANY.
 *
 * @param <T> what a route leads to
 */
final class Router<T> {

  private final List<Candidate<T>> candidates = new ArrayList<>();

  /** A route that fits a request, with the decoded values of its path's variables. */
  record Match<T>(Route route, T target, Map<String, String> pathParameters) {}

  private record Candidate<T>(Route route, String method, List<String> segments, T target) {

    boolean takes(String wanted) {
      return method.equals("ANY") || method.equals(wanted);
    }

    /**
     * Compares as text: a literal segment before a variable, a variable before a greedy one, all
     * before the default.
     */
    String rank() {
      StringBuilder rank = new StringBuilder();
      segments.forEach(
          segment -> rank.append(isGreedy(segment) ? 'g' : isVariable(segment) ? 'b' : 'a'));
      return (route.key().equals(Route.DEFAULT) ? "z" : rank.toString())
          + (method.equals("ANY") ? "~1" : "~0");
    }
  }

  void add(Route route, T target) {
    String key = route.key();
    int space = key.indexOf(' ');
    candidates.add(
        space < 0
            ? new Candidate<>(route, "ANY", List.of("{proxy+}"), target)
            : new Candidate<>(
                route, key.substring(0, space), segments(key.substring(space + 1)), target));
    candidates.sort(Comparator.comparing(Candidate::rank));
  }

  Optional<Match<T>> find(String method, String rawPath) {
    List<String> path = segments(rawPath);
    for (Candidate<T> candidate : candidates) {
      if (!candidate.takes(method)) {
        continue;
      }
      if (candidate.route.key().equals(Route.DEFAULT)) {
        return Optional.of(new Match<>(candidate.route, candidate.target, Map.of()));
      }
      Optional<Map<String, String>> parameters = match(candidate.segments, path);
      if (parameters.isPresent()) {
        return Optional.of(new Match<>(candidate.route, candidate.target, parameters.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String segment = pattern.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (isGreedy(segment)) {
        String rest = String.join("/", path.subList(i, path.size()));
        parameters.put(segment.substring(1, segment.length() - 2), decode(rest));
        return rest.isEmpty() ? Optional.empty() : Optional.of(parameters);
      }
      if (isVariable(segment) && !path.get(i).isEmpty()) {
        parameters.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
      } else if (!segment.equals(decode(path.get(i)))) {
        return Optional.empty();
      }
    }
    return path.size() == pattern.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isGreedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  /** Percent decoding of a path, where a plus sign is a plus sign. */
  static String decode(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
  }
}
