package io.fortnoxconnector.local.stack.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one function with its events; what Globals say applies where the function itself says
 * nothing.
 */
final class FunctionReader {

  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

  private FunctionReader() {}

  /**
   * @param mappings the event source mappings that stand beside the functions, of any of them
   * @param folder the template's own, where CodeUri begins
   */
  static FunctionSpec read(
      Template.Resource resource,
      Section globals,
      List<Section> mappings,
      Place place,
      Path folder) {
    Section properties = resource.properties();
    String name = properties.text("FunctionName", place.physicalName(resource.logicalId()));
    List<Route> routes = new ArrayList<>();
    List<QueueSource> queues = new ArrayList<>();
    List<Schedule> schedules = new ArrayList<>();
    Section events = properties.section("Events");
    for (String eventName : events.values().keySet()) {
      Section event = events.section(eventName);
      Section source = event.section("Properties");
      switch (event.text("Type")) {
        case "HttpApi" -> routes.add(route(source));
        case "SQS" -> queues.add(queue(source));
        case "ScheduleV2" -> schedule(eventName, source).ifPresent(schedules::add);
        default ->
            throw new TemplateException(
                event.where(), "the local stack doesn't know events of type " + event.text("Type"));
      }
    }
    // An alias is what the events invoke, and its name ends the ARN that the function sees.
    String arn = place.arn("lambda", "function:" + name) + alias(properties, globals);
    mappings.stream()
        .filter(mapping -> mapping.text("FunctionName").equals(arn))
        .map(FunctionReader::mapping)
        .forEach(queues::add);
    return new FunctionSpec(
        resource.logicalId(),
        name,
        arn,
        folder.resolve(inherited(properties, globals, "CodeUri").text("CodeUri", "")),
        inherited(properties, globals, "Handler").text("Handler"),
        environment(properties, globals),
        Duration.ofSeconds(inherited(properties, globals, "Timeout").number("Timeout", 3)),
        inherited(properties, globals, "MemorySize").number("MemorySize", 128),
        List.copyOf(routes),
        List.copyOf(queues),
        List.copyOf(schedules));
  }

  private static Section inherited(Section properties, Section globals, String name) {
    return properties.has(name) ? properties : globals;
  }

  private static String alias(Section properties, Section globals) {
    String alias = inherited(properties, globals, "AutoPublishAlias").text("AutoPublishAlias", "");
    return alias.isEmpty() ? "" : ":" + alias;
  }

  private static Map<String, String> environment(Section properties, Section globals) {
    Map<String, String> variables = new HashMap<>();
    for (Section level : List.of(globals, properties)) {
      Section section = level.section("Environment").section("Variables");
      section.values().keySet().forEach(name -> variables.put(name, section.text(name)));
    }
    return Map.copyOf(variables);
  }

  private static Route route(Section source) {
    source.knowing(Set.of("ApiId", "Method", "Path", "PayloadFormatVersion", "TimeoutInMillis"));
    if (!source.text("PayloadFormatVersion", "2.0").equals("2.0")) {
      throw new TemplateException(source.where(), "the local stack knows payload format 2.0 alone");
    }
    Duration timeout =
        Duration.ofMillis(
            source.number("TimeoutInMillis", (int) Route.LONGEST_INTEGRATION.toMillis()));
    if (!source.has("Path")) {
      return new Route(Route.DEFAULT, timeout);
    }
    String method =
        source
            .text("Method", "ANY")
            .toUpperCase(Locale.ROOT)
            .replace("X-AMAZON-APIGATEWAY-ANY-METHOD", "ANY");
    return new Route(method + " " + source.text("Path"), timeout);
  }

  private static QueueSource queue(Section source) {
    source.knowing(
        Set.of("Queue", "BatchSize", "Enabled", "FunctionResponseTypes", "ScalingConfig"));
    return queue(source, source.text("Queue"));
  }

  private static QueueSource mapping(Section source) {
    source.knowing(
        Set.of(
            "FunctionName",
            "EventSourceArn",
            "BatchSize",
            "Enabled",
            "FunctionResponseTypes",
            "ScalingConfig"));
    return queue(source, source.text("EventSourceArn"));
  }

  private static QueueSource queue(Section source, String arn) {
    if (source.number("BatchSize", 10) > 10) {
      throw new TemplateException(
          source.where(), "the local stack takes 10 messages at most in a batch");
    }
    return new QueueSource(
        arn,
        arn.substring(arn.lastIndexOf(':') + 1),
        source.number("BatchSize", 10),
        source
            .section("ScalingConfig")
            .knowing(Set.of("MaximumConcurrency"))
            .number("MaximumConcurrency", 10),
        source.list("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private static Optional<Schedule> schedule(String name, Section source) {
    source.knowing(
        Set.of(
            "ScheduleExpression",
            "RetryPolicy",
            "Input",
            "State",
            "Description",
            "FlexibleTimeWindow",
            "Name"));
    String expression = source.text("ScheduleExpression");
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      throw new TemplateException(
          source.where(), "the local stack knows rate(…) alone, not " + expression);
    }
    long count = Long.parseLong(rate.group(1));
    Duration every =
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    Optional<String> input =
        source.has("Input") ? Optional.of(source.text("Input")) : Optional.empty();
    return source.text("State", "ENABLED").equals("ENABLED")
        ? Optional.of(new Schedule(name, every, input))
        : Optional.empty();
  }
}
