package io.fortnoxconnector.local.stack.system;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Takes what is written to the console while it's open, the functions' logs among it. */
final class Console implements AutoCloseable {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  Console() {
    var stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }
}
