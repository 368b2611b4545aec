package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.data.LocalDynamoDb;
import io.fortnoxconnector.local.stack.data.LocalSqs;
import io.fortnoxconnector.local.stack.front.HttpFront;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.services.AwsJsonServer;
import io.fortnoxconnector.local.stack.services.Provisioning;
import io.fortnoxconnector.local.stack.sources.ScheduleTimer;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.GivenIds;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
  private final ServiceOptions services;
  private final Parts parts;
  private final Timings timings = new Timings();
  private final Map<Service, URI> addresses = new ConcurrentHashMap<>();

  Assembly(StackOptions options, Parts parts) {
    this.options = options;
    this.services = options.serviceOptions();
    this.parts = parts;
  }

  private record Queues(URI server, SqsClient client, Map<String, String> urls) {}

  /** Secrets Manager, and what the services called the template's keys and secrets. */
  private record Vaults(
      SecretsManagerClient client, Map<String, String> keys, Map<String, String> secrets) {}

  Stack assemble() {
    long begin = System.nanoTime();
    Place place = services.place();
    Template template = options.templateOptions().read(place);
    SdkSettings sdk = parts.add(new SdkSettings(place));
    // A taken port should be told before anything else is up.
    HttpFront front = parts.add(HttpFront.start(place, options.clock(), options.port()));

    CompletableFuture<Queues> queues = aside("queues", () -> queues(template, sdk));
    CompletableFuture<URI> tables = aside("tables", () -> tables(template, sdk));
    CompletableFuture<Optional<FortnoxServer>> fortnox =
        aside(
            "Fortnox",
            () -> options.fortnox().map(starter -> fortnox(starter.apply(options.clock()))));
    Vaults vaults = timings.time("services", () -> vaults(template, sdk));
    CompletableFuture.allOf(queues, tables, fortnox).join();

    Map<Service, URI> seen = services.between().apply(Map.copyOf(addresses));
    seen.forEach(sdk::endpoint);
    GivenIds ids =
        new GivenIds(
            known(queues.join().urls(), "queue"),
            known(vaults.keys(), "key"),
            known(vaults.secrets(), "secret"));
    var running =
        new FunctionAssembly(options, parts, template, front.url(), ids, Map.copyOf(addresses));
    List<FunctionSpec> specs = running.specs(seen);
    sdk.javaToolOptions(specs);
    Map<String, LocalFunction> functions = running.functions(specs);
    Map<String, ScheduleTimer> schedules = running.schedules(functions.values());
    running.warm(functions.values());
    running.poll(functions.values(), queues.join().client());
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
    URI server =
        services.given(Service.SQS, () -> parts.add(LocalSqs.start(services.place())).url());
    found(sdk, Service.SQS, server);
    SqsClient client =
        parts.add(SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build());
    return new Queues(server, client, LocalSqs.create(client, template.queues()));
  }

  private URI tables(Template template, SdkSettings sdk) {
    URI server = services.given(Service.DYNAMODB, () -> parts.add(LocalDynamoDb.start()).url());
    found(sdk, Service.DYNAMODB, server);
    try (DynamoDbClient client =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      LocalDynamoDb.create(client, template.tables());
    }
    return server;
  }

  private Vaults vaults(Template template, SdkSettings sdk) {
    URI secretsManager =
        services.given(
            Service.SECRETS_MANAGER,
            () -> parts.add(AwsJsonServer.start(services.place(), options.clock())).url());
    found(sdk, Service.SECRETS_MANAGER, secretsManager);
    found(sdk, Service.KMS, services.given(Service.KMS, () -> secretsManager));
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

  private FortnoxServer fortnox(FortnoxServer server) {
    addresses.put(Service.FORTNOX_API, server.apiUrl());
    addresses.put(Service.FORTNOX_AUTH, server.authUrl());
    return parts.add(server);
  }

  private void found(SdkSettings sdk, Service service, URI url) {
    addresses.put(service, url);
    sdk.endpoint(service, url);
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

  private <T> CompletableFuture<T> aside(String part, Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        () -> timings.time(part, work),
        task -> Thread.ofPlatform().daemon().name("start-" + part).start(task));
  }
}
