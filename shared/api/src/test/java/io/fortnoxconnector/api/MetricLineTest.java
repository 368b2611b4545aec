package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.metrics.Metric.Unit;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.fortnox.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** By the rules of CloudWatch's "Specification: Embedded metric format" and its JSON schema. */
class MetricLineTest {

  private static final Set<String> UNITS = Set.of("Count", "Seconds", "Milliseconds");

  private final FakeTiming timing = new FakeTiming();
  private final Invocation invocation = new Invocation();
  private final InvocationMeter meter = new InvocationMeter("stack");

  private List<JsonNode> written() {
    MetricLine.write(meter, timing, invocation);
    return invocation.lines.stream().map(MetricLineTest::parsed).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.read(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the whole line is one JSON object", e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(array::path);
  }

  @Test
  void aLineWithAllMetricsFollowsTheSpecification() {
    for (Metric metric : Metric.values()) {
      meter.add(metric, 3);
    }

    JsonNode line = written().getFirst();

    JsonNode aws = line.path("_aws");
    assertThat(aws.path("Timestamp").asLong()).isEqualTo(timing.millis());
    assertThat(aws.path("CloudWatchMetrics")).hasSize(1);
    JsonNode directive = aws.path("CloudWatchMetrics").path(0);
    assertThat(directive.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("Namespace", "Dimensions", "Metrics");
    assertThat(directive.path("Namespace").asText()).isEqualTo("FortnoxConnector");
    assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Service\"]]");
    assertThat(line.path("Service").asText()).as("each dimension's target").isEqualTo("stack");
    assertThat(directive.path("Metrics")).hasSize(Metric.values().length).hasSizeLessThan(101);
    assertThat(stream(directive.path("Metrics")))
        .allSatisfy(
            metric -> {
              assertThat(metric.fieldNames()).toIterable().containsExactly("Name", "Unit");
              assertThat(metric.path("Name").asText()).matches("[A-Z][A-Za-z]{1,254}");
              assertThat(UNITS).contains(metric.path("Unit").asText());
              assertThat(stream(line.path(metric.path("Name").asText())))
                  .as("each metric's target")
                  .isNotEmpty()
                  .allMatch(JsonNode::isNumber);
            });
  }

  @Test
  void nothingButTheSpecifiedMembersAndTheFunctionStandsInALine() {
    JsonNode line = written().getFirst();

    assertThat(line.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("_aws", "Service", "function", "ColdStart");
  }

  @Test
  void onlyTheFirstInvocationIsAColdStart() {
    assertThat(written()).hasSize(1);

    MetricLine.write(meter, timing, invocation);

    assertThat(invocation.lines).as("nothing measured, nothing written").hasSize(1);
  }

  @Test
  void aLineHoldsAHundredValuesOfAMetricAndTheNextOneTheRest() {
    for (int i = 0; i < 250; i++) {
      meter.add(Metric.FORTNOX_MILLIS, i);
    }

    List<JsonNode> lines = written();

    assertThat(lines)
        .extracting(line -> line.path("FortnoxMillis").size())
        .containsExactly(100, 100, 50);
    assertThat(lines.get(2).path("FortnoxMillis").path(49).asInt()).isEqualTo(249);
    assertThat(lines.get(1).has("ColdStart")).as("counted once").isFalse();
  }

  @Test
  void countsAreSumsAndTimesAreKeptOneByOne() {
    meter.add(Metric.TASKS_REQUEUED, 2);
    meter.add(Metric.TASKS_REQUEUED, 3);
    meter.add(Metric.TASKS_DONE, 0);
    meter.add(Metric.TASK_SECONDS, 0);
    meter.add(Metric.TASK_SECONDS, 7);

    JsonNode line = written().getFirst();

    assertThat(line.path("TasksRequeued").toString()).isEqualTo("[5]");
    assertThat(line.has("TasksDone")).as("what didn't happen").isFalse();
    assertThat(line.path("TaskSeconds").toString()).isEqualTo("[0,7]");
    assertThat(Metric.TASK_SECONDS.unit()).isEqualTo(Unit.SECONDS);
  }
}
