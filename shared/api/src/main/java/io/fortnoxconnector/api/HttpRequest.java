package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.Deadline;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as API Gateway hands it over: an HTTP API's event, payload format 2.0 (API Gateway
 * developer guide, "Working with AWS Lambda proxy integrations").
 *
 * @param route {@code GET /accounting/customers/{contactId}}, also where the template has one
 *     {@code ANY} route for that path, as far as an entity knows the method; {@code $default} where
 *     no route matched
 * @param headers by lower-case name; repeated ones joined by a comma, as API Gateway does
 * @param host the host name that the request came to; API Gateway's word, not the client's
 */
public record HttpRequest(
    String route,
    String method,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    List<String> cookies,
    String body,
    boolean bodyIsBase64,
    String host,
    String gatewayRequestId,
    Deadline deadline) {

  /**
   * What an {@code ANY} route takes. It stands in the template for these four, since the routes of
   * an API and the resources of a stack are limited (OperationsTest).
   */
  static final List<String> OF_AN_ENTITY = List.of("DELETE", "GET", "PATCH", "PUT");

  private static final String ANY = "ANY ";

  static HttpRequest of(JsonNode event, Deadline deadline) {
    JsonNode context = event.path("requestContext");
    Map<String, String> headers = lowerCase(texts(event.path("headers")));
    String method = context.path("http").path("method").asText();
    return new HttpRequest(
        route(event.path("routeKey").asText(), method),
        method,
        event.path("rawPath").asText(),
        texts(event.path("pathParameters")),
        texts(event.path("queryStringParameters")),
        headers,
        cookies(event, headers),
        event.path("body").asText(""),
        event.path("isBase64Encoded").asBoolean(),
        context.path("domainName").asText(),
        context.path("requestId").asText(),
        deadline);
  }

  private static String route(String key, String method) {
    return key.startsWith(ANY) && OF_AN_ENTITY.contains(method)
        ? method + " " + key.substring(ANY.length())
        : key;
  }

  /** Whether an {@code ANY} route let it in with a method that nothing behind it knows. */
  boolean isStray() {
    return route.startsWith(ANY);
  }

  /** The same request, for whoever answers another route. */
  public HttpRequest at(String otherRoute) {
    return with(otherRoute, method, pathParameters, headers, body);
  }

  /** Another request of the same caller's, without a body: to a route with one parameter. */
  public HttpRequest instead(String otherMethod, String route, String parameter, String value) {
    return with(otherMethod + " " + route, otherMethod, Map.of(parameter, value), headers, "");
  }

  /** The same request with another value of that header. */
  public HttpRequest withHeader(String lowerCaseName, String value) {
    var others = new LinkedHashMap<>(headers);
    others.put(lowerCaseName, value);
    return with(route, method, pathParameters, others, body);
  }

  /** The same request, with an empty object where it has no body. */
  public HttpRequest withSomeBody() {
    return body.isBlank() ? with(route, method, pathParameters, headers, "{}") : this;
  }

  private HttpRequest with(
      String otherRoute,
      String otherMethod,
      Map<String, String> parameters,
      Map<String, String> otherHeaders,
      String otherBody) {
    return new HttpRequest(
        otherRoute,
        otherMethod,
        path,
        parameters,
        query,
        otherHeaders,
        cookies,
        otherBody,
        bodyIsBase64 && otherBody.equals(body),
        host,
        gatewayRequestId,
        deadline);
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * A parameter of the route.
   *
   * @throws IllegalStateException where the route has none of that name: a mistake of the
   *     template's
   */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalStateException("route " + route + " has no parameter " + name);
    }
    return value;
  }

  public Optional<String> cookie(String name) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  /**
   * Where users reach this API, without a slash at its end.
   *
   * @param configured the stack's own domain, empty for API Gateway's
   */
  public URI base(String configured) {
    return URI.create(configured.isEmpty() ? "https://" + host : configured);
  }

  /** API Gateway makes a list of them; emulators leave them in the header. */
  private static List<String> cookies(JsonNode event, Map<String, String> headers) {
    if (!event.has("cookies")) {
      return List.of(headers.getOrDefault("cookie", "").split("; *", -1));
    }
    var cookies = new ArrayList<String>();
    event.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    return cookies;
  }

  /** API Gateway's names are in lower case; those of SAM CLI's start-api aren't. */
  private static Map<String, String> lowerCase(Map<String, String> headers) {
    var lower = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
    return texts;
  }
}
