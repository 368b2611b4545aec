package io.fortnoxconnector.local.stack.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortnoxconnector.local.stack.handlers.EchoHandler;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalFunctionTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-09T07:05:04Z"), ZoneOffset.UTC);
  private static final String HANG = "{\"headers\":{\"x-answer\":\"hang\"}}";
  private static final String THROW = "{\"headers\":{\"x-answer\":\"throw\"}}";

  private static FunctionSpec spec(String handler, Duration timeout) {
    return new FunctionSpec(
        "EchoFunction",
        "stack-EchoFunction",
        "arn:aws:lambda:eu-north-1:000000000000:function:stack-EchoFunction:live",
        Path.of("no.zip"),
        "io.fortnoxconnector.local.stack.handlers." + handler,
        Map.of("TENANTS_TABLE", "tenants"),
        timeout,
        512,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void theHandlerGetsItsContextAndExactlyItsVariables() throws Exception {
    try (LocalFunction function =
        new LocalFunction(
            spec("EchoHandler::handleRequest", Duration.ofSeconds(5)), CLOCK, System.out)) {
      JsonNode body = echo(function);
      assertThat(body.path("context").path("name").asText()).isEqualTo("stack-EchoFunction");
      assertThat(body.path("context").path("arn").asText())
          .endsWith(":function:stack-EchoFunction:live");
      assertThat(body.path("context").path("remaining").asInt()).isEqualTo(5000);
      assertThat(body.path("context").path("memory").asInt()).isEqualTo(512);
      assertThat(body.path("context").path("requestId").asText()).isNotEmpty();
      assertThat(body.path("environment").path("TENANTS_TABLE").asText()).isEqualTo("tenants");
      assertThat(body.path("environment").path("TASKS_TABLE").isNull()).isTrue();
    }
  }

  @Test
  void anIdleInstanceIsUsedAgain() throws Exception {
    try (LocalFunction function =
        new LocalFunction(spec("EchoHandler", Duration.ofSeconds(5)), CLOCK, System.out)) {
      int first = echo(function).path("instance").asInt();
      assertThat(echo(function).path("instance").asInt()).isEqualTo(first);
      assertThatThrownBy(() -> invoke(function, THROW)).isInstanceOf(FunctionFailure.class);
      assertThat(echo(function).path("instance").asInt()).isEqualTo(first);
    }
  }

  @Test
  void aBusyInstanceIsLeftAlone() throws Exception {
    try (LocalFunction function =
        new LocalFunction(spec("EchoHandler", Duration.ofSeconds(5)), CLOCK, System.out)) {
      EchoHandler.HANGING.clear();
      Thread other =
          Thread.ofVirtual()
              .start(
                  () ->
                      assertThatThrownBy(() -> invoke(function, HANG))
                          .hasMessageContaining("interrupted"));
      int busy = EchoHandler.HANGING.take();
      assertThat(echo(function).path("instance").asInt()).isNotEqualTo(busy);
      other.interrupt();
      other.join();
    }
  }

  @Test
  void anInvocationThatTakesTooLongEndsWithItsInstance() throws Exception {
    try (LocalFunction function =
        new LocalFunction(spec("EchoHandler", Duration.ofMillis(100)), CLOCK, System.out)) {
      int first = echo(function).path("instance").asInt();
      assertThatThrownBy(() -> invoke(function, HANG))
          .hasMessage("EchoFunction timed out after 0.1 s");
      assertThat(echo(function).path("instance").asInt()).isNotEqualTo(first);
    }
  }

  @Test
  void aFailureSaysWhatTheHandlerThrew() {
    try (LocalFunction function =
        new LocalFunction(spec("EchoHandler", Duration.ofSeconds(5)), CLOCK, System.out)) {
      assertThatThrownBy(() -> invoke(function, THROW))
          .hasMessage("EchoFunction threw")
          .hasRootCauseMessage("as asked");
    }
  }

  @Test
  void objectsGoThroughLambdasOwnSerialisers() throws Exception {
    try (LocalFunction function =
        new LocalFunction(spec("BatchHandler", Duration.ofSeconds(5)), CLOCK, System.out)) {
      String event =
          "{\"Records\":[{\"messageId\":\"m-1\",\"body\":\"fail\",\"eventSourceARN\":\"arn:x\",\"attributes\":{}}]}";
      assertThat(invoke(function, event))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    }
  }

  @Test
  void aHandlerThatDoesNotExistIsNamed() {
    try (LocalFunction function =
        new LocalFunction(spec("NoSuchHandler", Duration.ofSeconds(5)), CLOCK, System.out)) {
      assertThatThrownBy(function::warm)
          .hasMessageContaining("has no usable handler")
          .hasMessageContaining("NoSuchHandler");
    }
  }

  private static JsonNode echo(LocalFunction function) throws FunctionFailure, IOException {
    ObjectMapper json = new ObjectMapper();
    return json.readTree(json.readTree(invoke(function, "{}")).path("body").asText());
  }

  private static String invoke(LocalFunction function, String event) throws FunctionFailure {
    return new String(function.invoke(event.getBytes(UTF_8)), UTF_8);
  }
}
