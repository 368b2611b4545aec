package io.fortnoxconnector.local.stack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/**
 * What the API answered.
 *
 * @param text the body as it came
 */
record Answer(int status, HttpHeaders headers, String text) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The body as JSON; missing where it's no JSON. */
  JsonNode json() {
    if (!header("content-type").startsWith("application/json")) {
      return MissingNode.getInstance();
    }
    return tree(text);
  }

  JsonNode data() {
    return json().path("data");
  }

  JsonNode problem() {
    return json().path("errors").path(0);
  }

  String code() {
    return problem().path("code").asText();
  }

  JsonNode warnings() {
    return json().path("meta").path("warningDetails");
  }

  /** Empty where there is none. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  @Override
  public String toString() {
    return status + " " + text;
  }
}
