package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.data.LocalDynamoDb;
import io.fortnoxconnector.local.stack.data.LocalSqs;
import io.fortnoxconnector.local.stack.front.HttpFront;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.functions.ProcessSettings;
import io.fortnoxconnector.local.stack.services.AwsJsonServer;
import io.fortnoxconnector.local.stack.services.Kms;
import io.fortnoxconnector.local.stack.services.SecretsManager;
import io.fortnoxconnector.local.stack.sources.QueuePoller;
import io.fortnoxconnector.local.stack.sources.ScheduleTimer;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.QueueSource;
import io.fortnoxconnector.local.stack.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts a stack together: what doesn't need each other starts side by side. */
final class Assembly {

  private final StackOptions options;
  private final Parts parts;
  private final Timings timings = new Timings();
  private final Map<Service, URI> addresses = new ConcurrentHashMap<>();

  Assembly(StackOptions options, Parts parts) {
    this.options = options;
    this.parts = parts;
  }

  private record Queues(LocalSqs server, SqsClient client, Map<String, String> urls) {}

  Stack assemble() {
    long begin = System.nanoTime();
    Template template =
        options
            .overrides()
            .apply(Template.read(options.template(), options.place()))
            .with(options.parameters());
    SdkSettings sdk = parts.add(new SdkSettings(options.place()));
    // A taken port should be told before anything else is up.
    HttpFront front = parts.add(HttpFront.start(options.place(), options.clock(), options.port()));

    CompletableFuture<Queues> queues = aside("queues", () -> queues(template, sdk));
    CompletableFuture<LocalDynamoDb> tables = aside("tables", () -> tables(template, sdk));
    CompletableFuture<Optional<FortnoxServer>> fortnox =
        aside(
            "Fortnox",
            () -> options.fortnox().map(starter -> fortnox(starter.apply(options.clock()))));
    SecretsManager secrets = timings.time("services", () -> services(template, sdk));
    CompletableFuture.allOf(queues, tables, fortnox).join();

    Map<Service, URI> services = options.between().apply(Map.copyOf(addresses));
    services.forEach(sdk::endpoint);
    List<FunctionSpec> specs =
        withAddresses(template, front, services).functions(name -> url(queues.join(), name));
    sdk.javaToolOptions(specs);
    Map<String, LocalFunction> functions = new LinkedHashMap<>();
    specs.forEach(
        spec ->
            functions.put(
                spec.logicalId(), parts.add(function(spec, template, front, queues.join()))));
    Map<String, ScheduleTimer> schedules = schedules(functions);
    if (options.warm()) {
      functions.values().forEach(function -> Thread.ofVirtual().start(() -> warm(function)));
    }
    functions.values().forEach(function -> poll(function, queues.join()));
    front.serve(List.copyOf(functions.values()));
    timings.add("all", System.nanoTime() - begin);
    return new Stack(
        parts,
        timings,
        template,
        front,
        secrets,
        tables.join(),
        queues.join().server(),
        queues.join().urls(),
        functions,
        schedules,
        fortnox.join());
  }

  private Queues queues(Template template, SdkSettings sdk) {
    LocalSqs server = parts.add(LocalSqs.start(options.place()));
    found(sdk, Service.SQS, server.url());
    SqsClient client =
        parts.add(SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build());
    return new Queues(server, client, LocalSqs.create(client, template.queues()));
  }

  private LocalDynamoDb tables(Template template, SdkSettings sdk) {
    LocalDynamoDb server = parts.add(LocalDynamoDb.start());
    found(sdk, Service.DYNAMODB, server.url());
    try (DynamoDbClient client =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      LocalDynamoDb.create(client, template.tables());
    }
    return server;
  }

  private SecretsManager services(Template template, SdkSettings sdk) {
    SecretsManager secrets =
        new SecretsManager(options.place(), options.clock(), template.secrets());
    Kms kms = new Kms(options.place(), options.clock(), template.keys());
    AwsJsonServer server = parts.add(AwsJsonServer.start(kms, secrets));
    found(sdk, Service.KMS, server.url());
    found(sdk, Service.SECRETS_MANAGER, server.url());
    return secrets;
  }

  private FortnoxServer fortnox(FortnoxServer server) {
    addresses.put(Service.FORTNOX_API, server.apiUrl());
    addresses.put(Service.FORTNOX_AUTH, server.authUrl());
    return parts.add(server);
  }

  private void found(SdkSettings sdk, Service service, URI url) {
    addresses.put(service, url);
    sdk.endpoint(service, url);
  }

  private LocalFunction function(
      FunctionSpec spec, Template template, HttpFront front, Queues queues) {
    return options.processes().reversed().stream()
        .filter(candidate -> candidate.includes(spec.logicalId()))
        .findFirst()
        .map(
            found ->
                new LocalFunction(
                    spec,
                    options.clock(),
                    options.log(),
                    new ProcessSettings(
                        process -> variables(process, found, template, front, queues),
                        found.jvmOptions())))
        .orElseGet(() -> new LocalFunction(spec, options.clock(), options.log()));
  }

  private Map<String, String> variables(
      FunctionProcess process,
      ProcessOptions found,
      Template template,
      HttpFront front,
      Queues queues) {
    Map<Service, URI> services = found.between().addresses(process, Map.copyOf(addresses));
    Map<String, String> variables = SdkSettings.variables(options.place(), services);
    withAddresses(template, front, services).functions(name -> url(queues, name)).stream()
        .filter(spec -> spec.logicalId().equals(process.function()))
        .forEach(spec -> variables.putAll(spec.environment()));
    return variables;
  }

  /** The addresses that on AWS are known before: the API's own, and Fortnox's. */
  private Template withAddresses(Template template, HttpFront front, Map<Service, URI> services) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("PublicBaseUrl", front.url().toString());
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
    parameters
        .keySet()
        .removeIf(name -> !template.hasParameter(name) || options.parameters().containsKey(name));
    return template.with(parameters);
  }

  private static String url(Queues queues, String name) {
    String url = queues.urls().get(name);
    if (url == null) {
      throw new IllegalStateException("There is no queue " + name);
    }
    return url;
  }

  private Map<String, ScheduleTimer> schedules(Map<String, LocalFunction> functions) {
    List<ScheduleTimer> timers = new ArrayList<>();
    functions
        .values()
        .forEach(
            function ->
                function.spec().schedules().stream()
                    .map(
                        schedule ->
                            new ScheduleTimer(schedule, function, options.place(), options.clock()))
                    .forEach(timers::add));
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

  private void poll(LocalFunction function, Queues queues) {
    for (QueueSource source : function.spec().queues()) {
      parts.add(
          QueuePoller.start(
              queues.client(), url(queues, source.queueName()), source, options.place(), function));
    }
  }

  private static void warm(LocalFunction function) {
    try {
      function.warm();
    } catch (FunctionFailure e) {
      System.err.println(e.getMessage() + ": " + e.getCause());
    }
  }

  private <T> CompletableFuture<T> aside(String part, Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        () -> timings.time(part, work),
        task -> Thread.ofPlatform().daemon().name("start-" + part).start(task));
  }
}
