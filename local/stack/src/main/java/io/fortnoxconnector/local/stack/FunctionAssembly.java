package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.functions.ProcessSettings;
import io.fortnoxconnector.local.stack.sources.QueuePoller;
import io.fortnoxconnector.local.stack.sources.ScheduleTimer;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.GivenIds;
import io.fortnoxconnector.local.stack.template.QueueSource;
import io.fortnoxconnector.local.stack.template.Template;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts the functions together once the services are up, and what invokes them: schedules, queues.
 */
final class FunctionAssembly {

  private final StackOptions options;
  private final Parts parts;
  private final Template template;
  private final URI api;
  private final GivenIds ids;
  private final Map<Service, URI> addresses;

  /**
   * @param api where the HTTP API answers
   * @param addresses the services' real ones
   */
  FunctionAssembly(
      StackOptions options,
      Parts parts,
      Template template,
      URI api,
      GivenIds ids,
      Map<Service, URI> addresses) {
    this.options = options;
    this.parts = parts;
    this.template = template;
    this.api = api;
    this.ids = ids;
    this.addresses = addresses;
  }

  /** The functions as they are with those addresses of the services. */
  List<FunctionSpec> specs(Map<Service, URI> services) {
    return withAddresses(services).functions(ids);
  }

  /** The addresses that on AWS are known before: the API's own, and Fortnox's. */
  private Template withAddresses(Map<Service, URI> services) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("PublicBaseUrl", api.toString());
    parameters.put("WebhookLoopback", "true");
    services.forEach(
        (service, url) -> {
          switch (service) {
            case FORTNOX_API -> parameters.put("FortnoxApiUrl", url.toString());
            case FORTNOX_AUTH -> parameters.put("FortnoxAuthUrl", url.toString());
            case DYNAMODB, SQS, KMS, SECRETS_MANAGER -> {
              // AWS's own: the SDK's settings name them.
            }
          }
        });
    Map<String, String> chosen = options.templateOptions().parameters();
    parameters.keySet().removeIf(name -> !template.hasParameter(name) || chosen.containsKey(name));
    return template.with(parameters);
  }

  /** The functions by their keys in the template. */
  Map<String, LocalFunction> functions(List<FunctionSpec> specs) {
    Map<String, LocalFunction> functions = new LinkedHashMap<>();
    specs.forEach(spec -> functions.put(spec.logicalId(), parts.add(function(spec))));
    return functions;
  }

  private LocalFunction function(FunctionSpec spec) {
    return options
        .functionOptions()
        .process(spec.logicalId())
        .map(
            found ->
                new LocalFunction(
                    spec,
                    options.clock(),
                    options.functionOptions().log(),
                    new ProcessSettings(
                        process -> variables(process, found),
                        found.jvmOptions(),
                        found.snapStart())))
        .orElseGet(() -> new LocalFunction(spec, options.clock(), options.functionOptions().log()));
  }

  private Map<String, String> variables(FunctionProcess process, ProcessOptions found) {
    Map<Service, URI> services = found.between().addresses(process, addresses);
    Map<String, String> variables = SdkSettings.variables(options.place(), services);
    specs(services).stream()
        .filter(spec -> spec.logicalId().equals(process.function()))
        .forEach(spec -> variables.putAll(spec.environment()));
    return variables;
  }

  /** The functions' schedules by their names, running if the options say so. */
  Map<String, ScheduleTimer> schedules(Collection<LocalFunction> functions) {
    List<ScheduleTimer> timers = functions.stream().flatMap(this::timers).toList();
    Map<String, ScheduleTimer> byName = new LinkedHashMap<>();
    for (ScheduleTimer timer : timers) {
      parts.add(timer);
      if (byName.put(timer.name(), timer) != null) {
        throw new IllegalStateException("Two schedules are called " + timer.name());
      }
      if (options.schedules()) {
        timer.start();
      }
    }
    return byName;
  }

  private Stream<ScheduleTimer> timers(LocalFunction function) {
    return function.spec().schedules().stream()
        .map(schedule -> new ScheduleTimer(schedule, function, options.place(), options.clock()));
  }

  void warm(Collection<LocalFunction> functions) {
    if (options.functionOptions().warm()) {
      functions.forEach(function -> Thread.ofVirtual().start(() -> warm(function)));
    }
  }

  private static void warm(LocalFunction function) {
    try {
      function.warm();
    } catch (FunctionFailure e) {
      System.err.println(e.getMessage() + ": " + e.getCause());
    }
  }

  /** Lets queues invoke the functions. */
  void poll(Collection<LocalFunction> functions, SqsClient client) {
    for (LocalFunction function : functions) {
      for (QueueSource source : function.spec().queues()) {
        parts.add(
            QueuePoller.start(
                client,
                ids.queueUrl().apply(source.queueName()),
                source,
                options.place(),
                function));
      }
    }
  }
}
