package io.fortnoxconnector.local.stack.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser of a company's user: opens the login link, fills in Fortnox's consent page, follows
 * the redirects. It keeps cookies by hand, since Java's client doesn't send a secure one over plain
 * HTTP, as browsers do to this machine's own address.
 */
public final class Browser implements AutoCloseable {

  private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();

  /** Where a walk ended: the vendor's address, with what was handed over in its query. */
  public record Walk(URI fortnox, URI vendor) {}

  /**
   * Walks from the login link to the vendor's callback URL.
   *
   * @param decision {@code approve} or {@code deny}
   */
  public Walk consent(URI loginLink, String company, String decision) {
    HttpResponse<String> start = get(loginLink, "");
    String cookie = start.headers().firstValue("set-cookie").map(Browser::nameAndValue).orElse("");
    URI fortnox = location(loginLink, start);
    HttpResponse<String> page = get(fortnox, "");
    Matcher session = SESSION.matcher(page.body());
    if (!session.find()) {
      throw new IllegalStateException("Fortnox's page has no form: " + page.statusCode());
    }
    HttpResponse<String> decided =
        post(
            fortnox.resolve("/oauth-v1/auth"),
            form("session", session.group(1), "company", company, "decision", decision));
    URI callback = location(fortnox, decided);
    return new Walk(fortnox, location(callback, get(callback, cookie)));
  }

  private HttpResponse<String> get(URI address, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return send(request.build());
  }

  private HttpResponse<String> post(URI address, String form) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static URI location(URI from, HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("location")
        .map(from::resolve)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    from.getPath() + " answered " + response.statusCode() + " without a redirect"));
  }

  private static String nameAndValue(String setCookie) {
    return List.of(setCookie.split(";", 2)).getFirst();
  }

  private static String form(String... pairs) {
    var form = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(pairs[i])
          .append('=')
          .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
