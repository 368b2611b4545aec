package io.fortnoxconnector.bench.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.ProcessOptions;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The local stack with all candidates in it as processes, and a customer to read for each: read by
 * one company alone, they would wait for each other's budget.
 */
final class Bed implements AutoCloseable {

  private static final Path TEMPLATE = StackOptions.defaults().template();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** As long as Fortnox's answer to the connector, without what a yardstick doesn't read. */
  private static final byte[] CUSTOMER =
      """
      {"customer":{"customerNumber":"1","name":"Åkeri Öst AB","organisationNumber":"556036-0793"}}
      """
          .getBytes(UTF_8);

  private final LoopbackServer website =
      LoopbackServer.start(
          0,
          call -> {
            try (call) {
              call.getResponseHeaders().set("Content-Type", "application/json");
              call.sendResponseHeaders(200, CUSTOMER.length);
              call.getResponseBody().write(CUSTOMER);
            }
          });

  private final Stack stack;
  private final Map<Candidate, String> events = new EnumMap<>(Candidate.class);
  private volatile boolean snapStart;
  private volatile @Nullable FunctionProcess newest;

  Bed() {
    ProcessOptions processes =
        ProcessOptions.of(
                Arrays.stream(Candidate.values())
                    .map(Candidate::function)
                    .collect(Collectors.toUnmodifiableSet()))
            .jvmOptions("-Dyardstick.address=" + website.url() + "/customers/1")
            .snapStart(process -> snapStart)
            .between(
                (process, services) -> {
                  newest = process;
                  return services;
                });
    StackOptions options =
        StackOptions.defaults()
            .sandbox()
            .log(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
            .processes(processes);
    for (Candidate candidate : Candidate.values()) {
      options = candidate.enter(options);
    }
    this.stack = Stack.start(options);
    connect();
  }

  private void connect() {
    try (var anybody = new Api(stack.baseUrl())) {
      RegisteredVendor vendor =
          RegisteredVendor.register(
              stack,
              anybody,
              "Bench",
              new FortnoxApp("bench-client", "bench-secret", "service"),
              URI.create("https://vendor.example/connected"));
      int last = 300_000;
      for (Candidate candidate : Candidate.values()) {
        String number = Integer.toString(++last);
        stack.sandbox().addCompany(number, "Bolag " + number + " AB", "556036-0793");
        ConnectedCompany company = vendor.connect(number);
        String customer =
            company
                .api()
                .send("POST", "/accounting/customers", "{\"companyName\":\"Åkeri Öst AB\"}")
                .expect(201)
                .data()
                .path("id")
                .asText();
        events.put(candidate, event(vendor.apiKey(), company.accountKey(), customer));
      }
    }
    end();
  }

  /** The sample event of a customer read, about a customer that is there. */
  private static String event(String apiKey, String accountKey, String customer) {
    try {
      ObjectNode event =
          (ObjectNode)
              JSON.readTree(
                  Files.readString(TEMPLATE.resolveSibling("events/customers-read.json")));
      event.withObject("headers").put("x-api-key", apiKey).put("x-account-key", accountKey);
      event.withObject("pathParameters").put("contactId", customer);
      event.put("rawPath", "/accounting/customers/" + customer).put("rawQueryString", "");
      event.remove("queryStringParameters");
      return event.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Size of the candidate's zip in bytes. */
  static long zipBytes(Candidate candidate) {
    try {
      return Files.size(TEMPLATE.resolveSibling(candidate.code()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Invokes it once; in a new process, if {@link #end} was called before. */
  void invoke(Candidate candidate) throws FunctionFailure {
    snapStart = candidate.isSnapStart();
    String answer = stack.invoke(candidate.function(), events.getOrDefault(candidate, ""));
    if (!answer.contains("\"statusCode\":200")) {
      throw new IllegalStateException(candidate.text() + " answered " + answer);
    }
  }

  /** The process that was started last. */
  FunctionProcess process() {
    return Objects.requireNonNull(newest);
  }

  /** Ends the process that was started last, and waits for it. */
  void end() {
    process().kill();
    process().onExit().join();
  }

  @Override
  public void close() {
    stack.close();
    website.close();
  }
}
