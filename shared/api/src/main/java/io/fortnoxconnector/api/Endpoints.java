package io.fortnoxconnector.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Several endpoints behind one function: the route says which one a request is for. */
public final class Endpoints implements Endpoint {

  private static final Pattern METHOD = Pattern.compile("^[A-Z]+ ");
  private static final Pattern ID_AT_THE_END = Pattern.compile("/\\{[A-Za-z]+}$");

  private final Map<String, Endpoint> byPath;

  /**
   * Endpoints by the path of their routes. One for {@code /accounting/accounts} is also the one for
   * {@code /accounting/accounts/{accountId}}, unless that has its own.
   */
  public Endpoints(Map<String, Endpoint> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    String path = METHOD.matcher(request.route()).replaceFirst("");
    Endpoint endpoint = byPath.get(path);
    if (endpoint == null) {
      endpoint = byPath.get(ID_AT_THE_END.matcher(path).replaceFirst(""));
    }
    if (endpoint == null) {
      throw new IllegalStateException("no answer for route " + request.route());
    }
    return endpoint.answer(request);
  }

  /**
   * The first, by path, that one of them names. Any will do: they begin alike. Not every path can
   * be asked with GET, nor does every one take the key that a rehearsal has.
   */
  @Override
  public String rehearsalRoute() {
    return new TreeMap<>(byPath)
        .values().stream()
            .map(Endpoint::rehearsalRoute)
            .filter(METHOD.asPredicate())
            .findFirst()
            .orElseThrow();
  }

  @Override
  public void rehearse() {
    byPath.values().forEach(Endpoint::rehearse);
  }
}
