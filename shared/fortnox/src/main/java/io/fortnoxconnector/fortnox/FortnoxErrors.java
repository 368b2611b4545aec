package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Fortnox's refusals in all the shapes they come in, and puts them into English.
 *
 * <p>The usual one is {@code {"ErrorInformation":{"error":1,"message":…,"code":2000587}}}, its keys
 * in either case; there are also {@code {id,error,message}}, {@code {code,message}}, XML and text.
 */
public final class FortnoxErrors {

  private static final String ENVELOPE = "ErrorInformation";
  private static final Set<String> TRANSIENT = Set.of("1000003", "1000029");
  private static final int MESSAGE_LIMIT = 500;
  private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<!\\d)[12]\\d{6}(?!\\d)");

  private FortnoxErrors() {}

  /**
   * Reads a refusal.
   *
   * @param body the JSON document, or a text node with what came instead
   */
  public static FortnoxError of(int status, JsonNode body) {
    var details = field(body, ENVELOPE);
    if (details.isMissingNode()) {
      details = body;
    }
    var message = message(details);
    var code = code(details, message);
    var known = code == null ? null : ErrorCatalogue.ENTRIES.get(code);
    if (known != null) {
      return new FortnoxError(status, code, message, known.kind(), known.english(message));
    }
    var kind = guess(status, code, message);
    return new FortnoxError(status, code, message, kind, english(kind));
  }

  /** Whether a document is a refusal, whatever its status. */
  static boolean isError(JsonNode document) {
    return !field(document, ENVELOPE).isMissingNode();
  }

  /** Whether it is Fortnox's own trouble: codes that come with 400 as well as with 500. */
  static boolean isTransient(FortnoxError error) {
    return error.code() != null && TRANSIENT.contains(error.code());
  }

  private static String message(JsonNode details) {
    var message =
        details.isTextual()
            // Gateways answer in HTML, and a call with the wrong Accept in XML.
            ? details.textValue().replaceAll("<[^>]*>", " ")
            : Stream.of("message", "error_description", "error")
                .map(name -> field(details, name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    var line = message.replaceAll("\\s+", " ").strip();
    return line.length() > MESSAGE_LIMIT ? line.substring(0, MESSAGE_LIMIT) + "…" : line;
  }

  private static @Nullable String code(JsonNode details, String message) {
    var code = field(details, "code");
    if (code.isValueNode() && !code.isNull() && !code.asText().isBlank()) {
      return code.asText().strip();
    }
    // 2014's "Kan inte logga in, access-token eller client-secret saknas(2000311)." and XML.
    return CODE_IN_TEXT
        .matcher(details.isTextual() ? message : "")
        .results()
        .map(match -> match.group())
        .filter(ErrorCatalogue.ENTRIES::containsKey)
        .findFirst()
        .orElse(null);
  }

  private static Kind guess(int status, @Nullable String code, String message) {
    var text = message.toLowerCase(Locale.ROOT);
    if (status == 400 || status == 403) {
      // In this order: a missing licence is told as one "för önskat scope".
      if (text.contains("licens") || text.contains("license") || text.contains("licence")) {
        return Kind.LICENCE_MISSING;
      }
      if (text.contains("scope")) {
        return Kind.SCOPE_MISSING;
      }
      if (status == 403 || text.contains("behörighet") || "missing.rights".equals(code)) {
        return Kind.PERMISSION_MISSING;
      }
    }
    // The neighbours of the codes for a customer, an article, an invoice, … that can't be found.
    if (status == 404 || (code != null && code.matches("20004(2[7-9]|3\\d)"))) {
      return Kind.NOT_FOUND;
    }
    return status == 409 ? Kind.CONFLICT : Kind.INVALID;
  }

  private static String english(Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> "Fortnox couldn't find this.";
      case CONFLICT -> "This exists already at Fortnox, or its state doesn't allow the change.";
      case INVALID -> "Fortnox refused this; its own message says why.";
      case SCOPE_MISSING -> "The integration has no right to the scope that this needs.";
      case LICENCE_MISSING -> "The company lacks a Fortnox licence that this needs.";
      case PERMISSION_MISSING ->
          "The Fortnox user behind the connection has no permission for this.";
      case LOGIN_REFUSED -> "Fortnox refused the login.";
      case BAD_CALL -> "Fortnox couldn't make sense of the call.";
    };
  }

  /** Fortnox writes the same key as {@code Code} with a 404 and as {@code code} with a 400. */
  private static JsonNode field(JsonNode document, String name) {
    return document
        .propertyStream()
        .filter(property -> property.getKey().equalsIgnoreCase(name))
        .map(property -> property.getValue())
        .findFirst()
        .orElseGet(() -> document.path(name));
  }
}
