package io.fortnoxconnector.fortnox;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, ready to be sent. Its text is kept out of logs: headers and body hold secrets.
 *
 * @param raw where each character stands for one byte instead of being text
 */
record HttpRequest(
    String method, URI uri, Map<String, String> headers, @Nullable String body, Raw raw) {

  /** What of an exchange is bytes. */
  enum Raw {
    NOTHING,
    BODY,
    /** If it's a success. */
    ANSWER
  }

  HttpRequest(String method, URI uri, Map<String, String> headers, @Nullable String body) {
    this(method, uri, headers, body, Raw.NOTHING);
  }

  HttpRequest {
    if (method.equals("GET") && body != null) {
      throw new IllegalArgumentException("a GET has no body");
    }
    headers.forEach(
        (name, value) -> {
          // The JDK checks too, but shows the value, which may be a token.
          if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("header " + name + " isn't printable ASCII");
          }
        });
  }

  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
