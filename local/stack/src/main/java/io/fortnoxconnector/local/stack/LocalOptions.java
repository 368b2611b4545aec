package io.fortnoxconnector.local.stack;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What can be set on the command line: {@code -Dlocal.port=}, {@code -Dlocal.log=}, {@code
 * -Dfortnox=} sandbox or real.
 */
public final class LocalOptions {

  private LocalOptions() {}

  public static StackOptions fromProperties() {
    StackOptions options =
        StackOptions.defaults()
            .port(Integer.getInteger("local.port", 0))
            .log(log(System.getProperty("local.log", "")));
    return isRealFortnox() ? options : options.sandbox();
  }

  static boolean isRealFortnox() {
    return System.getProperty("fortnox", "sandbox").equals("real");
  }

  private static PrintStream log(String file) {
    if (file.isEmpty()) {
      return System.out;
    }
    try {
      return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
