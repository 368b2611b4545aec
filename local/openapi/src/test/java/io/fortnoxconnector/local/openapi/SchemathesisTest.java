package io.fortnoxconnector.local.openapi;

import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * <a href="https://schemathesis.readthedocs.io">Schemathesis</a> makes requests of the document,
 * such that fit it and such that don't, and holds the local stack's answers against it: {@code mvn
 * -Papi}, for {@code -Dapi.seconds=} and a quarter of it; with {@code -Dapi.seed=} the same ones
 * again.
 */
@Tag("api")
class SchemathesisTest {
  /** Nearly as many as there are resources, so that each is tried in a company of its own. */
  private static final int COMPANIES = 24;

  private static final int SECONDS = Integer.getInteger("api.seconds", 120);
  private static final String SEED = System.getProperty("api.seed", "");
  private static final Path DOCUMENT =
      StackOptions.defaults().template().toAbsolutePath().resolveSibling("docs/openapi.yaml");
  private static final Path TELLING = Path.of("src/test/schemathesis").toAbsolutePath();

  private static LiveApi live;

  @BeforeAll
  static void start() {
    live = LiveApi.start();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void theAccountingAnswersAsTheDocumentSays() throws IOException, InterruptedException {
    List<ConnectedCompany> companies =
        IntStream.range(0, COMPANIES)
            .parallel()
            .mapToObj(i -> live.connect(Integer.toString(300_001 + i)))
            .toList();
    companies.parallelStream().forEach(SchemathesisTest::fill);

    run("accounting", "^/(accounting|health|problems|openapi)", SECONDS, live.vendor(), companies);
  }

  /** With keys of its own, since it ends connections and takes integrations back. */
  @Test
  void vendorsAndConnectionsAnswerAsTheDocumentSays() throws IOException, InterruptedException {
    RegisteredVendor vendor = live.vendor("client-2");
    live.stack().sandbox().addCompany("400001", "Bolag AB", "556036-0793");

    run("vendors", "^/(tenants|auth)", SECONDS / 4, vendor, List.of(vendor.connect("400001")));
  }

  /** What the examples create is there, so that the paths' examples lead somewhere. */
  private static void fill(ConnectedCompany company) {
    Examples.read().all().stream()
        .filter(example -> example.route().path().startsWith("/accounting/"))
        .filter(example -> example.status() == 201)
        .forEach(example -> Requests.send(company.api(), example));
  }

  private static void run(
      String name,
      String paths,
      int seconds,
      RegisteredVendor vendor,
      List<ConnectedCompany> companies)
      throws IOException, InterruptedException {
    var environment =
        Map.of(
            "SCHEMATHESIS_HOOKS", "hooks",
            "PYTHONDONTWRITEBYTECODE", "1",
            "PYTHONPATH", TELLING.toString(),
            "ADMIN_KEY", live.stack().adminKey(),
            "API_KEY", vendor.apiKey(),
            "ACCOUNT_KEY", companies.getFirst().accountKey(),
            "ACCOUNT_KEYS",
                companies.stream()
                    .map(ConnectedCompany::accountKey)
                    .collect(Collectors.joining(",")));
    var command =
        new ArrayList<>(
            List.of(
                Program.PYTHON.resolve("bin/schemathesis").toString(),
                "--config-file",
                TELLING.resolve("schemathesis.toml").toString(),
                "run",
                DOCUMENT.toString(),
                "--url",
                live.url().toString(),
                "--include-path-regex",
                paths,
                "--max-time",
                Integer.toString(Math.max(1, seconds))));
    if (!SEED.isEmpty()) {
      command.addAll(List.of("--seed", SEED));
    }
    Program.in("schemathesis", name + ".log").with(environment).run(command.toArray(String[]::new));
  }
}
