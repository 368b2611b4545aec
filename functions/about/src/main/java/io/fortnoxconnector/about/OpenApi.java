package io.fortnoxconnector.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The API's description: docs/openapi.yaml, which the build puts into this function as JSON. */
final class OpenApi {

  private OpenApi() {}

  /** Read anew each time: few ask for it, and a function that is asked often shouldn't keep it. */
  static String json() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json isn't packed");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
