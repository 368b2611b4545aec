package io.fortnoxconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.Browser;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.EventIntervals;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line against the whole stack on this machine. */
class CliTest {

  private static final AtomicInteger COMPANIES = new AtomicInteger(700_000);

  private static Stack stack = start();
  private static Api anybody = new Api(stack.baseUrl());
  private static RegisteredVendor vendor = vendor();

  @TempDir private Path folder = Path.of("");

  private ConnectedCompany company = connected();
  private Run run = new Run();

  private static Stack start() {
    return Stack.start(StackOptions.defaults().sandbox());
  }

  private static RegisteredVendor vendor() {
    return RegisteredVendor.register(
        stack,
        anybody,
        "Kvitto Systems AB",
        new FortnoxApp("cli-client", "cli-secret", "service"),
        URI.create("https://vendor.example/done"));
  }

  private static ConnectedCompany connected() {
    return vendor.connect(newCompany());
  }

  private static String newCompany() {
    String number = String.valueOf(COMPANIES.incrementAndGet());
    stack.sandbox().addCompany(number, "Exempelbolaget AB", "556036-0793");
    return number;
  }

  /** What is told here isn't found by looking. */
  @BeforeAll
  static void nothingIsLookedAt() {
    vendor
        .api()
        .send("PUT", "/tenants/event-intervals", EventIntervals.only(anybody, Set.of()))
        .expect(200);
  }

  @AfterAll
  static void end() {
    anybody.close();
    stack.close();
  }

  @BeforeEach
  void keysOfANewCompany() {
    run =
        new Run(
            Map.of(
                "FORTNOX_CONNECTOR_URL", stack.baseUrl().toString(),
                "FORTNOX_CONNECTOR_API_KEY", vendor.apiKey(),
                "FORTNOX_CONNECTOR_ACCOUNT_KEY", company.accountKey()),
            folder.resolve("keys"));
  }

  /** One call of the command line. */
  private static final class Run {
    private final Map<String, String> environment;
    private final Path keys;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int exitCode;

    private Run() {
      this(Map.of(), Path.of("keys"));
    }

    private Run(Map<String, String> environment, Path keys) {
      this.environment = environment;
      this.keys = keys;
    }

    Run fortnox(String... arguments) {
      var run = new Run(environment, keys);
      CommandLine line = Main.commandLine();
      Main main = line.getCommand();
      main.access().environment(environment);
      line.setOut(new PrintWriter(run.out, true)).setErr(new PrintWriter(run.err, true));
      var all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--keys", keys.toString()));
      run.exitCode = line.execute(all.toArray(String[]::new));
      return run;
    }

    @Override
    public String toString() {
      return "exit " + exitCode + "\n" + out + err;
    }
  }

  private Path file(String name, String content, Charset charset) {
    try {
      return Files.writeString(folder.resolve(name), content, charset);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> names() {
    return stack.sandbox().company(company.number()).customers().stream()
        .map(customer -> customer.path("Name").asText())
        .toList();
  }

  @Test
  void aFileBecomesCustomersInItsOrder() {
    Path csv =
        file(
            "customers.csv",
            """
            Company name;organisationNumber;addresses.BILLING.city;emailAddresses.BUSINESS.email;active
            Åkeri Öst AB;556036-0793;Växjö;a@example.com;ja
            "Papper; Penna AB";;;;nej
            """,
            StandardCharsets.UTF_8);

    Run imported = run.fortnox("import", "customers", csv.toString());

    assertThat(imported.exitCode).as("%s", imported).isZero();
    assertThat(imported.out).asString().contains("2 of 2 customers are there.");
    assertThat(names()).containsExactly("Åkeri Öst AB", "Papper; Penna AB");
    JsonNode first = stack.sandbox().company(company.number()).customers().getFirst();
    assertThat(first.path("City").asText()).isEqualTo("Växjö");
    assertThat(first.path("Email").asText()).isEqualTo("a@example.com");
    assertThat(
            stack
                .sandbox()
                .company(company.number())
                .customers()
                .getLast()
                .path("Active")
                .asBoolean())
        .isFalse();
  }

  @Test
  void theSameFileAgainDoublesNothingAndAddsWhatIsNew() {
    String content = "companyName\nA\nB\nB\n";
    run.fortnox("import", "customers", file("a.csv", content, StandardCharsets.UTF_8).toString());

    Run again =
        run.fortnox(
            "import",
            "customers",
            file("b.csv", content.replace("A\n", "Ny\nA\n"), StandardCharsets.UTF_8).toString());

    assertThat(again.exitCode).as("%s", again).isZero();
    assertThat(names()).containsExactlyInAnyOrder("A", "B", "B", "Ny");
  }

  @Test
  void rowsThatFortnoxRefusesAreToldAndTheOthersAreThere() {
    Path csv =
        file("c.csv", "companyName,paymentTerms\nA,30\nB,99\nC,15\n", StandardCharsets.UTF_8);

    Run imported = run.fortnox("import", "customers", csv.toString());

    assertThat(imported.exitCode).as("%s", imported).isEqualTo(Failure.REFUSED);
    assertThat(imported.err).asString().contains("row 3: FAILED");
    assertThat(names()).containsExactly("A", "C");
  }

  @Test
  void aMisspeltColumnIsNamedWithWhatItMayMeanAndNothingIsSent() {
    Path csv = file("c.csv", "companyNam,Säljare\nA,Bo\n", StandardCharsets.UTF_8);

    Run refused = run.fortnox("import", "customers", csv.toString());

    assertThat(refused.exitCode).isEqualTo(Failure.USAGE);
    assertThat(refused.err).asString().contains("Did you mean companyName?", "Säljare", "--map");
    assertThat(names()).isEmpty();
    Run mapped =
        run.fortnox(
            "import",
            "customers",
            csv.toString(),
            "--map",
            "companyNam=companyName",
            "--map",
            "Säljare=");
    assertThat(mapped.exitCode).as("%s", mapped).isZero();
    assertThat(names()).containsExactly("A");
  }

  @Test
  void aCellThatDoesNotFitIsNamedByItsRow() {
    Path csv = file("c.csv", "name,unitPurchasePrice\nHammare,12x\n", StandardCharsets.UTF_8);

    Run refused = run.fortnox("import", "items", csv.toString());

    assertThat(refused.exitCode).isEqualTo(Failure.USAGE);
    assertThat(refused.err).asString().contains("row 2, unitPurchasePrice: 12x is no number");
  }

  @Test
  void aDryRunShowsWhatItWouldSend() {
    Path csv =
        file("c.csv", "companyName,addresses.BILLING.city\nA,Umeå\n", StandardCharsets.UTF_8);

    Run dry = run.fortnox("import", "customers", csv.toString(), "--dry-run");

    assertThat(dry.exitCode).as("%s", dry).isZero();
    assertThat(dry.out)
        .asString()
        .contains(
            "{\"companyName\":\"A\",\"addresses\":[{\"type\":\"BILLING\",\"city\":\"Umeå\"}]}",
            "1 customers would be sent. Nothing was.");
    assertThat(names()).isEmpty();
  }

  @Test
  void filesOfOlderProgramsAreReadInTheirCharset() {
    Path csv = file("c.csv", "companyName\nÅkeri\n", Charset.forName("windows-1252"));

    Run refused = run.fortnox("import", "customers", csv.toString());
    assertThat(refused.err).asString().contains("--charset windows-1252");

    assertThat(
            run.fortnox("import", "customers", csv.toString(), "--charset", "windows-1252")
                .exitCode)
        .isZero();
    assertThat(names()).containsExactly("Åkeri");
  }

  @Test
  void listsAreShownAsATableAndExportedWhole() throws IOException {
    run.fortnox(
        "import",
        "customers",
        file("c.csv", "companyName\nA\nB\nC\n", StandardCharsets.UTF_8).toString());

    Run listed = run.fortnox("list", "customers", "--filter", "name=B");
    assertThat(listed.out).asString().contains("companyName", "B").doesNotContain("null");
    Path exported = folder.resolve("customers.ndjson");
    Run export = run.fortnox("export", "customers", "--to", exported.toString());
    assertThat(export.exitCode).as("%s", export).isZero();
    assertThat(Files.readAllLines(exported)).hasSize(3).allMatch(line -> line.startsWith("{"));
    assertThat(run.fortnox("get", "customers", "2").out).asString().contains("\"B\"");
    assertThat(run.fortnox("get", "customers", "99").exitCode).isEqualTo(Failure.REFUSED);
  }

  private static final Pattern WAY_ON = Pattern.compile("--after (\\S+)");

  private static String cursor(Object printed) {
    Matcher found = WAY_ON.matcher(printed.toString());
    assertThat(found.find()).as("%s", printed).isTrue();
    return found.group(1);
  }

  @Test
  void eventsAreListedOnceAndTheListSaysHowToGoOn() throws FunctionFailure {
    run.fortnox("import", "customers", customers("A\n"));
    stack.runSchedule("LookEveryMinute");

    Run first = run.fortnox("events");
    assertThat(first.exitCode).as("%s", first).isZero();
    assertThat(first.out).asString().contains("connection.created", "ACTIVE", "task.finished");
    String cursor = cursor(first.err);
    run.fortnox("import", "customers", customers("B\n"));
    stack.runSchedule("LookEveryMinute");

    Run next = run.fortnox("events", "--after", cursor, "--json");
    assertThat(next.out.toString().lines())
        .anyMatch(line -> line.startsWith("{\"id\":") && line.contains("task.finished"))
        .noneMatch(line -> line.contains("connection.created"));
    assertThat(run.fortnox("events", "--after", cursor(next.err)).out).asString().isEmpty();
    assertThat(run.fortnox("events", "--after", "nonsense").exitCode).isEqualTo(Failure.REFUSED);
    assertThat(run.fortnox("events", "--every", "0").exitCode).isEqualTo(Failure.USAGE);
    assertThat(run.fortnox("list", "events").exitCode).isZero();
  }

  @Test
  void whoFollowsSeesWhatComesAndCtrlCSaysHowToGoOn() throws Exception {
    stack.runSchedule("LookEveryMinute");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var follower =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "events",
                "--follow",
                "--every",
                "1")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    follower.environment().putAll(run.environment);
    Process process = follower.start();
    try {
      await(out, "connection.created");
      run.fortnox("import", "customers", customers("A\n"));
      stack.runSchedule("LookEveryMinute");
      await(out, "task.finished");

      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor()).isEqualTo(130);
      assertThat(run.fortnox("events", "--after", cursor(Files.readString(err))).out)
          .asString()
          .isEmpty();
      assertThat(Files.readAllLines(out)).doesNotHaveDuplicates();
    } finally {
      process.destroyForcibly();
    }
  }

  private String customers(String rows) {
    return file("customers.csv", "companyName\n" + rows, StandardCharsets.UTF_8).toString();
  }

  private static void await(Path file, String text) throws Exception {
    for (int attempt = 0; attempt < 400 && !Files.readString(file).contains(text); attempt++) {
      Thread.sleep(50);
    }
    assertThat(file).content().contains(text);
  }

  @Test
  void aCompanyIsConnectedInTheBrowserAndItsKeyIsKeptForItsOwnerAlone() throws Exception {
    String number = newCompany();
    Path kept = folder.resolve("sub").resolve("keys");
    var connecting =
        new Run(
            Map.of(
                "FORTNOX_CONNECTOR_URL", stack.baseUrl().toString(),
                "FORTNOX_CONNECTOR_API_KEY", vendor.apiKey()),
            kept);
    var out = new StringWriter();
    CommandLine line = Main.commandLine();
    Main main = line.getCommand();
    main.access().environment(connecting.environment);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    int port = freePort();
    var ended =
        CompletableFuture.supplyAsync(
            () ->
                line.execute(
                    "connect", "--keys", kept.toString(), "--port", Integer.toString(port)));
    URI link = link(out);

    try (var browser = new Browser()) {
      URI back = browser.consent(link, number, "approve").vendor();
      try (var returning = new Api(URI.create("http://127.0.0.1:" + port))) {
        returning.send("GET", back.getRawPath() + "?" + back.getRawQuery(), "");
      }
    }

    assertThat(ended.get()).as("%s", out).isZero();
    assertThat(out).asString().contains("Exempelbolaget AB is connected.");
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(new Run(Map.of(), kept).fortnox("get", "profile").out)
        .asString()
        .contains("Exempelbolaget AB");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(new Run(Map.of(), kept).fortnox("get", "profile").exitCode).isEqualTo(Failure.KEYS);
  }

  private static int freePort() throws IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static URI link(StringWriter out) throws InterruptedException {
    Pattern link = Pattern.compile("https?://\\S+ticket=\\S+");
    for (int attempt = 0; attempt < 200; attempt++) {
      Matcher found = link.matcher(out.toString());
      if (found.find()) {
        return URI.create(found.group());
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no link in " + out);
  }

  @Test
  void withoutKeysItSaysWhichAreMissing() {
    Run without = new Run(Map.of(), folder.resolve("nothing")).fortnox("list", "customers");

    assertThat(without.exitCode).isEqualTo(Failure.KEYS);
    assertThat(without.err).asString().contains("FORTNOX_CONNECTOR_URL");
    assertThat(run.fortnox().exitCode).isEqualTo(Failure.USAGE);
    assertThat(run.fortnox("list", "nonsense").exitCode).isEqualTo(Failure.REFUSED);
  }
}
