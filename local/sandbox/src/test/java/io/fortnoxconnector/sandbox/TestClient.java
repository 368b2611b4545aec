package io.fortnoxconnector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import io.fortnoxconnector.sandbox.oauth.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A Fortnox client as a stranger would write it: real HTTP, no redirects followed. */
final class TestClient {

  static final URI CALLBACK = URI.create("http://127.0.0.1:9/callback");
  static final Set<String> SCOPES =
      Set.of(
          "customer",
          "supplier",
          "companyinformation",
          "settings",
          "project",
          "article",
          "invoice");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Sandbox sandbox;
  private final String token;

  private TestClient(Sandbox sandbox, String token) {
    this.sandbox = sandbox;
    this.token = token;
  }

  /** Everything that came back. */
  record Reply(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      return FortnoxJson.read(body).orElseThrow();
    }

    String location() {
      return headers.getOrDefault("location", "");
    }

    int code() {
      var error = json().path("ErrorInformation");
      return error.has("Code") ? error.path("Code").asInt() : error.path("code").asInt();
    }
  }

  static Sandbox sandbox(SandboxOptions options) {
    var sandbox = Sandbox.start(options);
    sandbox.registerApp("client", "secret", CALLBACK, SCOPES, true);
    sandbox.registerApp("other", "secret-2", CALLBACK, SCOPES, false);
    sandbox.addCompany("123456", "Exempelbolaget AB", "556036-0793");
    sandbox.addCompany("654321", "Provföretaget AB", "556016-0680");
    return sandbox;
  }

  static TestClient connected(Sandbox sandbox, String company) {
    return with(sandbox, sandbox.connect("client", company, SCOPES, true));
  }

  static TestClient with(Sandbox sandbox, Tokens tokens) {
    return new TestClient(sandbox, tokens.accessToken());
  }

  static TestClient with(Sandbox sandbox, String token) {
    return new TestClient(sandbox, token);
  }

  Reply get(String path) {
    return api("GET", path, "");
  }

  Reply post(String path, String body) {
    return api("POST", path, body.replace('\'', '"'));
  }

  Reply put(String path, String body) {
    return api("PUT", path, body.replace('\'', '"'));
  }

  Reply delete(String path) {
    return api("DELETE", path, "");
  }

  Reply api(String method, String path, String body) {
    return send(
        request(sandbox, "/3" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A text file as a form of one part. */
  Reply upload(String path, String name, String text) {
    return send(
        request(sandbox, "/3" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n"
                        + text
                        + "\r\n--x--\r\n")));
  }

  /** A service beside the registers. */
  Reply service(String method, String path, String body) {
    return send(
        request(sandbox, "/api" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  static Reply open(Sandbox sandbox, String path, String... headers) {
    var request = request(sandbox, path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static Reply control(Sandbox sandbox, String method, String path, String body) {
    return send(
        request(sandbox, "/control" + path)
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  /** A form with client id and secret, as the token endpoint wants it. */
  static Reply form(
      Sandbox sandbox,
      String path,
      String credentials,
      Map<String, String> form,
      String... headers) {
    var request =
        request(sandbox, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    if (!credentials.isEmpty()) {
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static Reply token(Sandbox sandbox, Map<String, String> form) {
    return form(sandbox, "/oauth-v1/token", "client:secret", form);
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            pair ->
                pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static Set<String> keys(JsonNode object) {
    var keys = new LinkedHashSet<String>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static HttpRequest.Builder request(Sandbox sandbox, String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + path));
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      var reply = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var headers =
          reply.headers().map().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
      return new Reply(reply.statusCode(), headers, reply.body());
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(Arrays.toString(stopped.getStackTrace()), stopped);
    }
  }
}
