package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fortnoxconnector.fortnox.HttpOutcome.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the token endpoint's answers: JSON, although Fortnox calls its refusals text/html or
 * text/plain.
 */
final class GrantReplies {

  private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

  private GrantReplies() {}

  static GrantReply of(Answer answer) {
    var document = Json.parse(answer.body()).orElseGet(NullNode::getInstance);
    return answer.isSuccess() ? granted(document) : refused(answer.status(), document);
  }

  private static GrantReply granted(JsonNode document) {
    var accessToken = text(document, "access_token");
    if (accessToken.isEmpty()) {
      // The single-use token is gone all the same.
      return new GrantReply.NoReply(true, "the answer holds no tokens");
    }
    var refreshToken = text(document, "refresh_token");
    long seconds = document.path("expires_in").asLong();
    return new GrantReply.Granted(
        new Secret(accessToken),
        refreshToken.isEmpty() ? null : new Secret(refreshToken),
        words(text(document, "scope")),
        seconds > 0 ? Duration.ofSeconds(seconds) : USUAL_LIFETIME);
  }

  private static GrantReply refused(int status, JsonNode document) {
    if (status == 429 || status >= 500) {
      return new GrantReply.Unavailable(status);
    }
    var error = text(document, "error");
    var description = description(status, document);
    return switch (error) {
      case "invalid_grant" -> new GrantReply.InvalidGrant(description);
      case "invalid_client" -> new GrantReply.InvalidClient(description);
      case "error_missing_license", "error_missing_app_license" ->
          new GrantReply.LicenceMissing(description);
      case "server_error", "temporarily_unavailable" -> new GrantReply.Unavailable(status);
      // The JDK throws away a 401's body, and invalid_client is the one 401 that was recorded.
      default ->
          status == 401
              ? new GrantReply.InvalidClient(description)
              : new GrantReply.Refused(status, error, description);
    };
  }

  /** Answers in Ory Hydra's shape have a hint too; their {@code error_debug} isn't for others. */
  private static String description(int status, JsonNode document) {
    var description =
        Stream.of("error_description", "error_hint", "message")
            .map(name -> text(document, name))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return description.isEmpty() ? "HTTP " + status : description;
  }

  private static String text(JsonNode document, String name) {
    var value = document.path(name);
    return value.isTextual() ? value.textValue().strip() : "";
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
