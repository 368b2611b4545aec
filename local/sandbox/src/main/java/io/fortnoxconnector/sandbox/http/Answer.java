package io.fortnoxconnector.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back: a status with text, or {@link #CUT}, a connection closed without a word.
 *
 * @param isRaw whether each character of the body stands for one byte
 */
public record Answer(int status, Map<String, String> headers, String body, boolean isRaw) {

  /** The connection is closed and the client never hears what became of its request. */
  public static final Answer CUT = new Answer(0, Map.of(), "");

  public Answer(int status, Map<String, String> headers, String body) {
    this(status, headers, body, false);
  }

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer json(int status, JsonNode body) {
    return of(status, "application/json", FortnoxJson.write(body));
  }

  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body);
  }

  /** Each character of the text stands for one byte. */
  public static Answer bytes(String contentType, String bytes) {
    return new Answer(200, Map.of("Content-Type", contentType), bytes, true);
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), "");
  }

  public static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", location, "Cache-Control", "no-store"), "");
  }

  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, isRaw);
  }

  public boolean isCut() {
    return status == 0;
  }
}
