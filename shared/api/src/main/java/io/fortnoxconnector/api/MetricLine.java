package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.fortnox.Json;
import java.util.List;
import java.util.Map;

/**
 * An invocation's measurements as a line of the log from which CloudWatch makes metrics (CloudWatch
 * guide, "Specification: Embedded metric format"). Their one dimension is the stack: the function
 * stands beside them, for searches.
 */
public final class MetricLine {

  static final String NAMESPACE = "FortnoxConnector";

  /** The specification allows no more values of one metric in a line. */
  static final int MOST_VALUES = 100;

  private MetricLine() {}

  /** Writes what was measured since the last time; nothing where nothing was. */
  public static void write(InvocationMeter meter, Timing timing, Context context) {
    Map<Metric, List<Long>> values = meter.take();
    int longest = values.values().stream().mapToInt(List::size).max().orElse(0);
    for (int from = 0; from < longest; from += MOST_VALUES) {
      ObjectNode line = line(values, from, meter.service(), timing.millis());
      line.put("function", context.getFunctionName());
      context.getLogger().log(Json.write(line) + "\n");
    }
  }

  private static ObjectNode line(
      Map<Metric, List<Long>> values, int from, String service, long now) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws");
    aws.put("Timestamp", now);
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add("Service");
    ArrayNode metrics = directive.putArray("Metrics");
    line.put("Service", service);
    values.forEach(
        (metric, all) -> {
          if (from < all.size()) {
            metrics.addObject().put("Name", metric.text()).put("Unit", metric.unit().text());
            ArrayNode some = line.putArray(metric.text());
            all.subList(from, Math.min(all.size(), from + MOST_VALUES)).forEach(some::add);
          }
        });
    return line;
  }
}
