package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the console's script decides, in Node's own test runner. */
@Tag("api")
class ConsoleScriptTest {
  private static final Path CONSOLE = Path.of("../../functions/about/src/main/resources/console");

  @Test
  void whatTheConsoleDecides() throws IOException, InterruptedException {
    Program node = Program.in("console", "node.log");
    // Node takes a .js file without a package.json for an older kind of script.
    Map.of(
            Path.of("src/test/console/console.test.mjs"), "console.test.mjs",
            CONSOLE.resolve("console.js"), "console.mjs",
            CONSOLE.resolve("index.html"), "index.html")
        .forEach((from, to) -> copy(from, node.folder().resolve(to)));

    assertThat(node.run("node", "--test", "console.test.mjs")).contains("fail 0");
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
