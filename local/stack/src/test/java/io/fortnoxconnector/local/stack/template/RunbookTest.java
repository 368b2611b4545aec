package io.fortnoxconnector.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** At night, whoever reads the runbook believes it. */
class RunbookTest {

  private static final Map<String, Object> TEMPLATE =
      YamlReader.read(Path.of("../../template.yaml"));

  private static final String RUNBOOK = read();

  private static String read() {
    try {
      return Files.readString(Path.of("../../docs/runbook.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> section(String name) {
    return (Map<?, ?>) TEMPLATE.get(name);
  }

  /** What stands in the table whose first column has this title, name by name. */
  private static Stream<String> firstColumn(String title) {
    return RUNBOOK
        .lines()
        .dropWhile(line -> !line.startsWith("| " + title + " |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1)[1])
        .flatMap(cell -> Arrays.stream(cell.split(",", -1)))
        .map(name -> name.strip().replace("`", ""));
  }

  @Test
  void eachParameterIsExplainedWithItsDefault() {
    assertThat(firstColumn("parameter")).containsExactlyInAnyOrderElementsOf(names("Parameters"));
    section("Parameters")
        .forEach(
            (name, parameter) -> {
              String standard = String.valueOf(((Map<?, ?>) parameter).get("Default"));
              assertThat(RUNBOOK)
                  .containsPattern(
                      "\\| `%s` \\| `?%s`? \\|"
                          .formatted(name, standard.isEmpty() ? "empty" : Pattern.quote(standard)));
            });
  }

  @Test
  void eachOutputIsExplained() {
    assertThat(firstColumn("output")).containsExactlyInAnyOrderElementsOf(names("Outputs"));
  }

  @Test
  void eachAlarmIsExplained() {
    Map<String, String> known =
        firstColumn("alarm").collect(Collectors.toMap(name -> name.replace("…", ""), name -> name));
    assertThat(named("AWS::CloudWatch::Alarm"))
        .isNotEmpty()
        .allSatisfy(alarm -> assertThat(known.keySet()).anyMatch(alarm::endsWith));
    assertThat(known.keySet())
        .allSatisfy(
            name -> assertThat(named("AWS::CloudWatch::Alarm")).anyMatch(a -> a.endsWith(name)));
  }

  @Test
  void commandsNameWhatTheStackHas() {
    assertThat(found("\\$\\(id (\\w+)\\)|`id\\s(\\w+)`|\\(arn (\\w+)\\)"))
        .isNotEmpty()
        .isSubsetOf(
            Stream.concat(
                    names("Resources").stream(),
                    // SAM makes it.
                    Stream.of("ServerlessDeploymentApplication"))
                .toList());
    assertThat(found("\\$\\(output\\s(\\w+)\\)")).isNotEmpty().isSubsetOf(names("Outputs"));
  }

  /** What a price is multiplied with. */
  @Test
  void costsCountTheStacksAlarms() {
    assertThat(RUNBOOK).contains(named("AWS::CloudWatch::Alarm").size() + " alarms at $0.10");
  }

  private static List<String> names(String section) {
    return section(section).keySet().stream().map(String::valueOf).toList();
  }

  private static List<String> named(String type) {
    return section("Resources").entrySet().stream()
        .filter(resource -> type.equals(((Map<?, ?>) resource.getValue()).get("Type")))
        .map(resource -> String.valueOf(resource.getKey()))
        .toList();
  }

  private static List<String> found(String regex) {
    return Pattern.compile(regex)
        .matcher(RUNBOOK)
        .results()
        .map(
            match ->
                Stream.of(1, 2, 3)
                    .filter(group -> group <= match.groupCount() && match.group(group) != null)
                    .map(match::group)
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
