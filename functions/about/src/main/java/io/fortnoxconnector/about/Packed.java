package io.fortnoxconnector.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Texts that the build packs with this function: the API's description, as JSON of
 * docs/openapi.yaml, and the console's files.
 */
final class Packed {

  static final String OPENAPI = "/openapi.json";

  private Packed() {}

  /**
   * A text. Read anew each time: few ask for one, and a function that is asked often shouldn't keep
   * it.
   */
  static String text(String name) {
    try (InputStream in = Packed.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " isn't packed");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
