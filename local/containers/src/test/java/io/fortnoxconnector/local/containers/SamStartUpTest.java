package io.fortnoxconnector.local.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.bench.yardsticks.hello.TypedHello;
import io.fortnoxconnector.bench.yardsticks.plain.TypedPlain;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first answers that {@code bench} measures, once each in the container that SAM CLI starts:
 * what it says of them is printed. One start is no figure to judge by, so none is wanted.
 */
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamStartUpTest {

  /** What it calls "Init Duration" is nothing: its emulator starts the runtime when invoked. */
  private static final Pattern REPORT =
      Pattern.compile("REPORT .*(?<!Init |Billed )\\bDuration: ([0-9.]+) ms");

  private static final byte[] CUSTOMER =
      """
      {"customer":{"customerNumber":"42","name":"Åkeri Öst AB","organisationNumber":"556036-0793"}}
      """
          .getBytes(UTF_8);

  private final Closing parts = new Closing();
  private LocalWorld world;
  private URI website;

  /** The yardsticks stand in the place of functions with the same memory and variables. */
  enum Candidate {
    HELLO("AboutFunction", "hello", TypedHello.class),
    PLAIN("SuppliersFunction", "plain", TypedPlain.class),
    CUSTOMER_READ("CustomersFunction");

    private final String function;
    private final UnaryOperator<String> enter;

    Candidate(String function) {
      this.function = function;
      this.enter = template -> template;
    }

    Candidate(String function, String yardstick, Class<?> handler) {
      this.function = function;
      this.enter = template -> replaced(template, function, yardstick, handler.getName());
    }

    private static String replaced(
        String template, String function, String yardstick, String handler) {
      return Pattern.compile(
              "(?s)(\\n  " + function + ":.*?CodeUri: )\\S+(\\n +Handler: )\\S+(?=\\n)")
          .matcher(template)
          .replaceFirst(
              "$1bench/yardsticks/%1$s/target/yardstick-%1$s.zip$2%2$s::handleRequest"
                  .formatted(yardstick, handler));
    }
  }

  @BeforeAll
  void start() {
    world = new LocalWorld(parts);
    LoopbackServer server =
        parts.add(
            LoopbackServer.start(
                0,
                call -> {
                  try (call) {
                    call.sendResponseHeaders(200, CUSTOMER.length);
                    call.getResponseBody().write(CUSTOMER);
                  }
                }),
            LoopbackServer::close);
    website = world.reachable(server.url());
  }

  @AfterAll
  void stop() {
    parts.close();
  }

  @ParameterizedTest(name = "{0} answers, and its start is printed")
  @EnumSource
  void firstAnswer(Candidate candidate) throws IOException {
    Path root = Folders.root();
    // SAM CLI reads paths from where the template lies.
    Path template = Folders.work().resolve("startup-template.yaml");
    Files.writeString(
        template,
        candidate
            .enter
            .apply(Files.readString(root.resolve("template.yaml")))
            .replace("CodeUri: ", "CodeUri: " + root + "/"));
    Path event = Folders.work().resolve("startup-event.json");
    Files.writeString(
        event,
        new Placeholders(world)
            .filled(Files.readString(root.resolve("events/customers-read.json"))));

    Command.Finished said =
        Sam.offline()
            .invoke(
                template,
                candidate.function,
                event,
                world.variables("-Dyardstick.address=" + website + "/customers/42"));

    assertThat(Json.read(said.out().strip()).path("statusCode").asInt())
        .as("%s", said.errors())
        .isEqualTo(200);
    Matcher report = REPORT.matcher(said.errors());
    assertThat(report.find()).as("a report in %s", said.errors()).isTrue();
    System.out.printf("sam local invoke: %s answered after %s ms%n", candidate, report.group(1));
  }
}
