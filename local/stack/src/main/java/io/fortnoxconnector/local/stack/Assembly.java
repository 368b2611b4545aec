package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.data.LocalDynamoDb;
import io.fortnoxconnector.local.stack.data.LocalSqs;
import io.fortnoxconnector.local.stack.front.HttpFront;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.functions.ProcessSettings;
import io.fortnoxconnector.local.stack.services.AwsJsonServer;
import io.fortnoxconnector.local.stack.services.Provisioning;
import io.fortnoxconnector.local.stack.sources.QueuePoller;
import io.fortnoxconnector.local.stack.sources.ScheduleTimer;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.GivenIds;
import io.fortnoxconnector.local.stack.template.QueueSource;
import io.fortnoxconnector.local.stack.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
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

  private record Queues(URI server, SqsClient client, Map<String, String> urls) {}

  /** Secrets Manager, and what the services called the template's keys and secrets. */
  private record Vaults(
      SecretsManagerClient client, Map<String, String> keys, Map<String, String> secrets) {}

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
    CompletableFuture<URI> tables = aside("tables", () -> tables(template, sdk));
    CompletableFuture<Optional<FortnoxServer>> fortnox =
        aside(
            "Fortnox",
            () -> options.fortnox().map(starter -> fortnox(starter.apply(options.clock()))));
    Vaults vaults = timings.time("services", () -> vaults(template, sdk));
    CompletableFuture.allOf(queues, tables, fortnox).join();

    Map<Service, URI> services = options.between().apply(Map.copyOf(addresses));
    services.forEach(sdk::endpoint);
    GivenIds ids =
        new GivenIds(
            known(queues.join().urls(), "queue"),
            known(vaults.keys(), "key"),
            known(vaults.secrets(), "secret"));
    List<FunctionSpec> specs = withAddresses(template, front, services).functions(ids);
    sdk.javaToolOptions(specs);
    Map<String, LocalFunction> functions = new LinkedHashMap<>();
    specs.forEach(
        spec -> functions.put(spec.logicalId(), parts.add(function(spec, template, front, ids))));
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
        vaults.client(),
        tables.join(),
        queues.join().server(),
        queues.join().urls(),
        functions,
        schedules,
        fortnox.join());
  }

  private Queues queues(Template template, SdkSettings sdk) {
    URI server = given(Service.SQS, () -> parts.add(LocalSqs.start(options.place())).url());
    found(sdk, Service.SQS, server);
    SqsClient client =
        parts.add(SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build());
    return new Queues(server, client, LocalSqs.create(client, template.queues()));
  }

  private URI tables(Template template, SdkSettings sdk) {
    URI server = given(Service.DYNAMODB, () -> parts.add(LocalDynamoDb.start()).url());
    found(sdk, Service.DYNAMODB, server);
    try (DynamoDbClient client =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      LocalDynamoDb.create(client, template.tables());
    }
    return server;
  }

  private Vaults vaults(Template template, SdkSettings sdk) {
    URI secretsManager =
        given(
            Service.SECRETS_MANAGER,
            () -> parts.add(AwsJsonServer.start(options.place(), options.clock())).url());
    found(sdk, Service.SECRETS_MANAGER, secretsManager);
    found(sdk, Service.KMS, given(Service.KMS, () -> secretsManager));
    SecretsManagerClient client =
        parts.add(
            SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build());
    try (KmsClient kms = KmsClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      return new Vaults(
          client,
          Provisioning.create(kms, template.keys()),
          Provisioning.create(client, template.secrets()));
    }
  }

  /** The service that is there already; where none is, one of the stack's own. */
  private URI given(Service service, Supplier<URI> own) {
    return options.services().isEmpty()
        ? own.get()
        : Objects.requireNonNull(options.services().get(service), service::name);
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
      FunctionSpec spec, Template template, HttpFront front, GivenIds ids) {
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
                        process -> variables(process, found, template, front, ids),
                        found.jvmOptions(),
                        found.snapStart())))
        .orElseGet(() -> new LocalFunction(spec, options.clock(), options.log()));
  }

  private Map<String, String> variables(
      FunctionProcess process,
      ProcessOptions found,
      Template template,
      HttpFront front,
      GivenIds ids) {
    Map<Service, URI> services = found.between().addresses(process, Map.copyOf(addresses));
    Map<String, String> variables = SdkSettings.variables(options.place(), services);
    withAddresses(template, front, services).functions(ids).stream()
        .filter(spec -> spec.logicalId().equals(process.function()))
        .forEach(spec -> variables.putAll(spec.environment()));
    return variables;
  }

  /** The addresses that on AWS are known before: the API's own, and Fortnox's. */
  private Template withAddresses(Template template, HttpFront front, Map<Service, URI> services) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("PublicBaseUrl", front.url().toString());
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
    parameters
        .keySet()
        .removeIf(name -> !template.hasParameter(name) || options.parameters().containsKey(name));
    return template.with(parameters);
  }

  private static UnaryOperator<String> known(Map<String, String> ids, String kind) {
    return name -> {
      String id = ids.get(name);
      if (id == null) {
        throw new IllegalStateException("There is no " + kind + " " + name);
      }
      return id;
    };
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
              queues.client(),
              known(queues.urls(), "queue").apply(source.queueName()),
              source,
              options.place(),
              function));
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
