package io.fortnoxconnector.local.openapi;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that pages are tested in: Debian's, or {@code -Dapi.chromium=} another one. */
final class Chromium {
  static final String MISSING =
      "The pages are NOT TESTED: there is no Chromium here. On Debian: apt-get install chromium;"
          + " elsewhere: -Dapi.chromium= its program.";

  private Chromium() {}

  static Optional<Path> find() {
    String chosen = System.getProperty("api.chromium", "");
    Stream<Path> candidates =
        chosen.isEmpty()
            ? Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(
                    folder ->
                        Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
            : Stream.of(Path.of(chosen));
    return candidates.filter(Files::isExecutable).filter(Files::isRegularFile).findFirst();
  }

  /**
   * Says before the tests that some will be skipped: what they print stands in report files only.
   */
  public static void main(String... arguments) {
    System.out.println(
        find().map(chromium -> "The pages will be tested in " + chromium + ".").orElse(MISSING));
  }
}
