package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fortnoxconnector.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The console and the pages of the connect flow, in a real Chromium: src/test/browser, with
 * Playwright and axe-core. {@code -Dpictures=true} makes those of docs/pictures anew.
 */
@Tag("api")
class PagesTest {

  @Test
  void thePagesDoWhatTheySayForEverybody() throws IOException, InterruptedException {
    Optional<Path> chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), Chromium.MISSING);
    Program npm = Program.in("browser", "npm.log");
    npm.copy(Path.of("src/test/browser"));
    npm.run("npm", "ci", "--no-audit", "--no-fund");

    try (LiveApi live = LiveApi.start()) {
      String said =
          npm.with(
                  Map.of(
                      "BASE", live.url().toString(),
                      "ADMIN_KEY", live.stack().adminKey(),
                      "FORTNOX", live.stack().sandbox().apiUrl().toString(),
                      "CHROMIUM", chromium.orElseThrow().toString(),
                      "PICTURES", Boolean.getBoolean("pictures") ? pictures() : ""))
              .run("npm", "test", "--silent");

      assertThat(said).contains("fail 0");
    }
  }

  private static String pictures() {
    return StackOptions.defaults()
        .template()
        .toAbsolutePath()
        .resolveSibling("docs/pictures")
        .toString();
  }
}
