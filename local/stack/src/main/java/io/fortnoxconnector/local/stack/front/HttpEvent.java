package io.fortnoxconnector.local.stack.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Route;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request as the event that a Lambda function gets from an HTTP API: payload format 2.0,
 * <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">AWS:
 * Lambda proxy integrations</a>. As there, {@code rawPath} is decoded although its name says
 * otherwise, and {@code rawQueryString} is not.
 */
record HttpEvent(
    Place place,
    String requestId,
    Instant time,
    String sourceIp,
    String method,
    URI uri,
    String protocol,
    Headers headers) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Anything else arrives as base64, an HTML form included, and so does a body without a type. */
  private static final Set<String> TEXT =
      Set.of("application/json", "application/xml", "application/javascript");

  /** Cookies have their own place in the event; the others end at the first server. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "cookie", "connection", "upgrade", "http2-settings", "keep-alive", "transfer-encoding");

  byte[] json(Route route, Map<String, String> pathParameters, byte[] body) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", route.key());
    event.put("rawPath", Router.decode(uri.getRawPath()));
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    event.put("rawQueryString", query);
    List<String> cookies = cookies();
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    put(event, "headers", singleHeaders());
    if (!query.isEmpty()) {
      put(event, "queryStringParameters", parameters(query));
    }
    event.set("requestContext", requestContext(route));
    if (!pathParameters.isEmpty()) {
      put(event, "pathParameters", pathParameters);
    }
    if (body.length > 0) {
      String text = text(body);
      event.put("body", text == null ? Base64.getEncoder().encodeToString(body) : text);
      event.put("isBase64Encoded", text == null);
    } else {
      event.put("isBase64Encoded", false);
    }
    return JSON.writeValueAsBytes(event);
  }

  private ObjectNode requestContext(Route route) {
    ObjectNode context = JSON.createObjectNode();
    String host = host();
    context.put("accountId", place.accountId());
    context.put("apiId", "local");
    context.put("domainName", host);
    context.put("domainPrefix", host.contains(".") ? host.substring(0, host.indexOf('.')) : host);
    context
        .putObject("http")
        .put("method", method)
        .put("path", Router.decode(uri.getRawPath()))
        .put("protocol", protocol)
        .put("sourceIp", sourceIp)
        .put("userAgent", first("User-Agent"));
    context.put("requestId", requestId);
    context.put("routeKey", route.key());
    context.put("stage", "$default");
    context.put("time", COMMON_LOG.format(time));
    context.put("timeEpoch", time.toEpochMilli());
    return context;
  }

  private String host() {
    String host = first("Host");
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private String first(String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  private List<String> cookies() {
    List<String> cookies = new ArrayList<>();
    for (String header : headers.getOrDefault("Cookie", List.of())) {
      for (String cookie : header.split(";", -1)) {
        if (!cookie.isBlank()) {
          cookies.add(cookie.strip());
        }
      }
    }
    return cookies;
  }

  private SortedMap<String, String> singleHeaders() {
    SortedMap<String, String> single = new TreeMap<>();
    headers.forEach(
        (name, values) -> single.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    single.keySet().removeAll(NOT_PASSED_ON);
    single.merge("x-forwarded-for", sourceIp, (sent, ours) -> sent + ", " + ours);
    single.put("x-forwarded-proto", "http");
    single.put("x-forwarded-port", first("Host").replaceAll(".*:", ""));
    single.putIfAbsent(
        "x-amzn-trace-id",
        "Root=1-"
            + Long.toHexString(time.getEpochSecond())
            + "-"
            + requestId.replace("-", "").substring(0, 24));
    return single;
  }

  private static SortedMap<String, String> parameters(String query) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(
            URLDecoder.decode(name, UTF_8),
            URLDecoder.decode(value, UTF_8),
            (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  private @Nullable String text(byte[] body) {
    String type = first("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/") && !TEXT.contains(type)) {
      return null;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static void put(ObjectNode event, String name, Map<String, String> values) {
    ObjectNode object = event.putObject(name);
    values.forEach(object::put);
  }
}
