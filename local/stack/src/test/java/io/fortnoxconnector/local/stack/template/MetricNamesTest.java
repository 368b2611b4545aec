package io.fortnoxconnector.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A name that nobody writes would leave an alarm silent for ever. */
class MetricNamesTest {

  private static final Set<String> NAMES =
      Arrays.stream(Metric.values()).map(Metric::text).collect(Collectors.toSet());

  private static Set<String> found(String regex, String file) throws IOException {
    return Pattern.compile(regex)
        .matcher(Files.readString(Path.of("../..", file)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void alarmsAskForMetricsThatAreWritten() throws IOException {
    assertThat(found("Namespace: FortnoxConnector\\s+MetricName: (\\w+)", "template.yaml"))
        .isNotEmpty()
        .isSubsetOf(NAMES);
  }

  @Test
  void theDashboardShowsMetricsThatAreWritten() throws IOException {
    assertThat(found("\"FortnoxConnector\", \"(\\w+)\"", "template.yaml"))
        .isNotEmpty()
        .isSubsetOf(NAMES);
  }

  @Test
  void theRunbookExplainsEachMetric() throws IOException {
    assertThat(found("(?m)^\\| `(\\w+)` \\| (?:Count|Seconds|Milliseconds) \\|", "docs/runbook.md"))
        .isEqualTo(new TreeSet<>(NAMES));
  }
}
