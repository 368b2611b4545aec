package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.demo.DemoApp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of events/ through {@code sam local invoke}, one container each, over the local stack's
 * services; the answers are those of events/expected.
 */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamInvokeTest {

  /** Events that need what others leave: a login link's ticket, an accepted task. */
  private static final List<String> LATER =
      List.of("oauth-callback-login", "writer-task", "tasks-read", "tasks-list");

  private final Closing parts = new Closing();
  private LocalWorld world;
  private Placeholders placeholders;

  @BeforeAll
  void start() {
    world = new LocalWorld(parts);
    placeholders = new Placeholders(world);
  }

  @AfterAll
  void stop() {
    parts.close();
  }

  @Test
  @Order(1)
  void everyFunctionHasAnEvent() throws IOException {
    try (Stream<Path> functions = Files.list(Folders.root().resolve("functions"))) {
      assertThat(
              functions
                  .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                  .map(folder -> folder.getFileName().toString()))
          .allSatisfy(
              function -> assertThat(events()).anyMatch(event -> event.startsWith(function + "-")));
    }
  }

  @ParameterizedTest(
      name = "events/{0}.json is answered as events/expected/{0}.json says",
      quoteTextArguments = false)
  @MethodSource("events")
  @Order(2)
  void theEventIsAnsweredAsExpected(String event) throws IOException {
    Path folder = Folders.root().resolve("events");
    Path filled = Folders.work().resolve(event + ".json");
    Files.writeString(
        filled, placeholders.filled(Files.readString(folder.resolve(event + ".json"))));
    Command.Finished said = Sam.offline().invoke(function(event), filled, world.variables());
    // A function that answers nothing prints nothing.
    JsonNode answer = Json.read(said.out().strip());
    JsonNode expected = Json.read(Files.readString(folder.resolve("expected/" + event + ".json")));
    assertThatCode(() -> new Expectation(expected).check(answer))
        .as("the answer of the function that said %s", said.errors())
        .doesNotThrowAnyException();
    learn(event, answer);
  }

  @Test
  @Order(3)
  void theWriterInItsContainerHasWrittenToFortnox() {
    assertThat(world.fortnox().company(DemoApp.COMPANY).customers())
        .anySatisfy(
            customer -> assertThat(customer.path("Email").asText()).isEqualTo("info@example.com"));
  }

  static List<String> events() throws IOException {
    try (Stream<Path> files = Files.list(Folders.root().resolve("events"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted(
              Comparator.<String>comparingInt(LATER::indexOf)
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /** What later events ask for by the placeholders in them. */
  private void learn(String event, JsonNode answer) {
    if (event.equals("connections-start")) {
      String query = URI.create(answer.path("body").asText().strip()).getRawQuery();
      placeholders.ticket(query.replace("ticket=", ""));
    }
    if (event.equals("customers-create")) {
      placeholders.task(world.queuedTask());
    }
  }

  /** {@code oauth-callback-login} is for the function OauthCallbackFunction. */
  private static String function(String event) throws IOException {
    try (Stream<Path> folders = Files.list(Folders.root().resolve("functions"))) {
      String folder =
          folders
              .map(path -> path.getFileName().toString())
              .filter(name -> event.startsWith(name + "-"))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("No function for " + event));
      return Arrays.stream(folder.split("-", -1))
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining())
          + "Function";
    }
  }
}
