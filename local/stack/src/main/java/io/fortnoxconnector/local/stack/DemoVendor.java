package io.fortnoxconnector.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/**
 * A vendor registered over the API itself, so that somebody who starts the stack has something to
 * call it with.
 */
final class DemoVendor {

  private DemoVendor() {}

  /** The registration's answer; empty where the API doesn't register vendors. */
  static Optional<String> register(Stack stack) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(stack.baseUrl().resolve("/tenants"))
            .header("X-ADMIN-KEY", stack.adminKey())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"Demo vendor\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
