package io.fortnoxconnector.bench.startup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.bench.wire.Counts.Kind;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.bench.wire.Wire;
import io.fortnoxconnector.local.stack.ProcessOptions;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function of the template as Lambda's runtime client runs it with SnapStart, out of its zip,
 * with a wire that sees each request it makes. They stand still where their snapshots would be
 * taken.
 */
@EnabledOnOs(OS.LINUX) // Lambda's runtime client runs nowhere else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapStartTest {

  private static final Set<String> READING =
      Set.of("GetItem", "Query", "Decrypt", "GetSecretValue");

  private static final String CLIENT_SECRET = "client-secret-of-the-vendor";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Map<String, Wire> wires = new ConcurrentHashMap<>();
  private final Map<String, FunctionProcess> processes = new ConcurrentHashMap<>();
  private Stack stack;
  private RegisteredVendor vendor;
  private ConnectedCompany company;

  @BeforeAll
  void primeAll() throws FunctionFailure {
    stack =
        Stack.start(
            StackOptions.defaults()
                .sandbox()
                .log(new PrintStream(log, true, UTF_8))
                .processes(ProcessOptions.all().snapStart(process -> true).between(this::between)));
    try (var anybody = new Api(stack.baseUrl())) {
      vendor =
          RegisteredVendor.register(
              stack,
              anybody,
              "Vendor",
              new FortnoxApp("client", CLIENT_SECRET, "service"),
              URI.create("https://vendor.example/connected"));
      stack.sandbox().addCompany("300001", "Bolag AB", "556036-0793");
      company = vendor.connect("300001");
    }
    // What has served requests may know their secrets; now begin new ones.
    processes.values().forEach(FunctionProcess::kill);
    processes.values().forEach(process -> process.onExit().join());
    log.reset();
    for (String function : stack.functions()) {
      stack.warm(function);
    }
  }

  private Map<Service, URI> between(FunctionProcess process, Map<Service, URI> services) {
    var wire = new Wire(services, Rule.FORWARD, process::kill);
    processes.put(process.function(), process);
    Wire before = wires.put(process.function(), wire);
    if (before != null) {
      before.close();
    }
    return wire.urls();
  }

  @AfterAll
  void end() {
    stack.close();
    wires.values().forEach(Wire::close);
  }

  @Test
  void everyFunctionThatUsesTheTablesHasAskedThemOnce() {
    assertThat(asked().keySet())
        .containsExactlyInAnyOrderElementsOf(
            stack.functions().stream()
                .filter(function -> !function.equals("AboutFunction"))
                .toList());
    assertThat(asked().values())
        .allSatisfy(
            kinds -> assertThat(kinds).anyMatch(kind -> kind.service() == Service.DYNAMODB));
  }

  @Test
  void noFunctionChangesAnythingOrCallsFortnox() {
    assertThat(asked().values().stream().flatMap(List::stream))
        .allMatch(kind -> READING.contains(kind.operation()));
  }

  @Test
  void aRehearsalIsNoRequestInTheLogAndNoMetric() {
    String lines = log.toString(UTF_8);
    assertThat(lines).doesNotContain("_aws", "\"event\"", "priming");
  }

  @Test
  void theSnapshotHoldsNoSecret(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> secrets =
        List.of(stack.adminKey(), CLIENT_SECRET, vendor.apiKey(), company.accountKey());
    for (FunctionProcess process : processes.values()) {
      String memory = dump(process, folder.resolve(process.function() + ".hprof"));
      assertThat(memory).as(process.function()).contains("LAMBDA_TASK_ROOT");
      assertThat(secrets).as(process.function()).noneMatch(memory::contains);
    }
  }

  /** What there is in a process's heap, garbage too; text of ASCII stands in it as such. */
  private static String dump(FunctionProcess process, Path file)
      throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = Long.toString(process.pid().orElseThrow());
    int status =
        new ProcessBuilder(jcmd, pid, "GC.heap_dump", "-all", file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(status).isZero();
    String memory = Files.readString(file, ISO_8859_1);
    Files.delete(file);
    return memory;
  }

  private Map<String, List<Kind>> asked() {
    var asked = new TreeMap<String, List<Kind>>();
    wires.forEach(
        (function, wire) -> {
          List<Kind> kinds = List.copyOf(wire.counts().byKind().keySet());
          if (!kinds.isEmpty()) {
            asked.put(function, kinds);
          }
        });
    return asked;
  }
}
