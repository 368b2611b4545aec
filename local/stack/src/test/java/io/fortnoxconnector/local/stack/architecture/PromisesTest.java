package io.fortnoxconnector.local.stack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/promises.md names tests that exist. */
class PromisesTest {

  private static final Path ROOT =
      StackOptions.defaults().template().toAbsolutePath().resolveSibling("");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*$");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/promises.md"));
  }

  @TestFactory
  Stream<DynamicTest> everyTestThatIsNamedExists() throws IOException {
    Map<String, String> sources = sources();
    return NAMED
        .matcher(page())
        .results()
        .map(
            named ->
                DynamicTest.dynamicTest(
                    named.group(),
                    () ->
                        assertThat(sources.getOrDefault(named.group(1), ""))
                            .containsPattern("[ >]" + named.group(2) + "\\(")));
  }

  @Test
  void noneOfThemIsWithoutATest() throws IOException {
    List<MatchResult> rows = ROW.matcher(page()).results().toList();

    assertThat(rows).hasSize(11);
    assertThat(rows).allSatisfy(row -> assertThat(row.group()).containsPattern(NAMED));
  }

  /** The text of each test class, by its name; those of one name together. */
  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .collect(Collectors.toMap(PromisesTest::className, PromisesTest::text, String::concat));
    }
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
