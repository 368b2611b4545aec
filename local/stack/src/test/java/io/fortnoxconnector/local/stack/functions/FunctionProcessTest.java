package io.fortnoxconnector.local.stack.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.local.stack.handlers.ProbeHandler;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes under Lambda's runtime client; its interface is {@link LocalFunction}'s. */
@EnabledOnOs(OS.LINUX) // Lambda's runtime client runs nowhere else.
class FunctionProcessTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Queue<FunctionProcess> processes = new ConcurrentLinkedQueue<>();
  private boolean snapStart;
  private final Map<String, String> variables = new HashMap<>(Map.of("TENANTS_TABLE", "tenants"));

  @BeforeEach
  void zip() throws IOException {
    String entry = ProbeHandler.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(folder.resolve("probe.zip"));
        ZipOutputStream zip = new ZipOutputStream(file);
        InputStream code = ProbeHandler.class.getResourceAsStream("ProbeHandler.class")) {
      zip.putNextEntry(new ZipEntry(entry));
      code.transferTo(zip);
    }
  }

  @Test
  void theFunctionRunsFromItsZipWithLambdasVariablesAndContext() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      long pid = pid(function);
      assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
      assertThat(pid(function)).isEqualTo(pid);
      assertThat(invoke(function, "env TENANTS_TABLE")).isEqualTo("tenants");
      assertThat(invoke(function, "env HOME")).isEqualTo("null");
      assertThat(invoke(function, "env AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("stack-Probe");
      assertThat(invoke(function, "env LAMBDA_TASK_ROOT")).doesNotContain("test-classes");
      String[] context = invoke(function, "context").split(" ", -1);
      assertThat(context[0]).isEqualTo("stack-Probe");
      assertThat(context[1]).endsWith(":function:stack-Probe:live");
      assertThat(Integer.parseInt(context[2])).isBetween(10_000, 20_000);
      assertThat(Integer.parseInt(invoke(function, "heap"))).isBetween(100, 109);
    }
  }

  @Test
  void withSnapStartTheProcessStandsStillUntilItsFirstInvocationAndCountsFromThere()
      throws Exception {
    snapStart = true;
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      function.warm();
      assertThat(processes.element().startUp()).isEmpty();
      assertThat(invoke(function, "env AWS_LAMBDA_INITIALIZATION_TYPE")).isEqualTo("snap-start");
      assertThat(processes).hasSize(1);
      assertThat(processes.element().startUp())
          .hasValueSatisfying(
              startUp -> assertThat(startUp.firstAnswer()).isLessThan(startUp.ready()));
    }
  }

  @Test
  void aKilledProcessFailsItsInvocationAndTheNextGetsANewOne() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      long first = pid(function);
      Thread killer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    untilItHangs();
                    processes.element().kill();
                  });
      assertThatThrownBy(() -> invoke(function, "hang"))
          .isInstanceOf(FunctionFailure.class)
          .hasMessage("Probe lost its process")
          .hasRootCauseMessage("process " + first + " ended with status 137");
      killer.join();
      assertThat(pid(function)).isNotEqualTo(first);
    }
  }

  @Test
  void anIdleProcessThatDiedIsNotUsedAgain() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      long first = pid(function);
      FunctionProcess process = processes.element();
      process.kill();
      process.onExit().join();
      assertThat(pid(function)).isNotEqualTo(first);
    }
  }

  @Test
  void aHandlersExceptionLeavesItsProcessUsableAndAnExitDoesNot() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      long first = pid(function);
      assertThatThrownBy(() -> invoke(function, "throw"))
          .hasMessage("Probe threw")
          .hasRootCauseMessage("java.lang.IllegalStateException: as asked");
      assertThat(pid(function)).isEqualTo(first);
      assertThatThrownBy(() -> invoke(function, "exit"))
          .hasRootCauseMessage("process " + first + " ended with status 7");
      assertThat(pid(function)).isNotEqualTo(first);
    }
  }

  @Test
  void anInvocationThatTakesTooLongEndsItsProcess() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(2))) {
      long first = pid(function);
      assertThatThrownBy(() -> invoke(function, "hang")).hasMessage("Probe timed out after 2.0 s");
      processes.element().onExit().join();
      assertThat(ProcessHandle.of(first)).isEmpty();
    }
  }

  @Test
  void aBusyProcessIsLeftAloneAndClosingEndsAll() throws Exception {
    LocalFunction function = function(Duration.ofSeconds(20));
    long first = pid(function);
    Thread other =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(() -> invoke(function, "hang"))
                        .isInstanceOf(FunctionFailure.class));
    untilItHangs();
    assertThat(pid(function)).isNotEqualTo(first);
    List<FunctionProcess> started = List.copyOf(processes);
    function.close();
    other.join();
    started.forEach(process -> assertThat(process.onExit()).isCompleted());
    assertThat(ProcessHandle.of(first)).isEmpty();
  }

  /** They share a machine, where each instance of Lambda has its own. */
  @Test
  void processesThatStartAtOnceDontDisturbEachOther() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> starts =
          Collections.nCopies(
              4,
              () -> {
                function.warm();
                return null;
              });
      for (Future<Void> start : threads.invokeAll(starts)) {
        start.get();
      }
      assertThat(processes).hasSize(4).noneMatch(process -> process.onExit().isDone());
    }
  }

  @Test
  void whatTheFunctionPrintsComesIntoTheLog() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      invoke(function, "log");
    }
    assertThat(processes.element().onExit()).succeedsWithin(Duration.ofSeconds(20));
    assertThat(log.toString(UTF_8)).contains("a line of the function's own");
  }

  @Test
  void aHandlerThatCanNotBeMadeSaysWhy() {
    variables.put("PROBE_FAILS", "yes");
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      assertThatThrownBy(function::warm)
          .hasMessage("Probe has no usable process")
          .rootCause()
          .hasMessageContaining("as asked at the start");
    }
  }

  @Test
  void aStartIsMeasuredToTheFirstAnswer() throws Exception {
    try (LocalFunction function = function(Duration.ofSeconds(20))) {
      function.warm();
      FunctionProcess process = processes.element();
      assertThat(process.startUp()).isEmpty();
      pid(function);
      FunctionProcess.StartUp startUp = process.startUp().orElseThrow();
      assertThat(startUp.ready()).isPositive();
      assertThat(startUp.firstAnswer()).isGreaterThan(startUp.ready());
    }
  }

  private LocalFunction function(Duration timeout) {
    FunctionSpec spec =
        new FunctionSpec(
            "Probe",
            "stack-Probe",
            "arn:aws:lambda:eu-north-1:000000000000:function:stack-Probe:live",
            folder.resolve("probe.zip"),
            ProbeHandler.class.getName() + "::handleRequest",
            Map.of(),
            timeout,
            128,
            List.of(),
            List.of(),
            List.of());
    return new LocalFunction(
        spec,
        Clock.systemUTC(),
        new PrintStream(log, true, UTF_8),
        new ProcessSettings(
            process -> {
              processes.add(process);
              return variables;
            },
            List.of("-XX:TieredStopAtLevel=1"),
            process -> snapStart));
  }

  private void untilItHangs() {
    while (!log.toString(UTF_8).contains("hanging")) {
      Thread.onSpinWait();
    }
  }

  private static long pid(LocalFunction function) throws FunctionFailure {
    return Long.parseLong(invoke(function, "pid"));
  }

  private static String invoke(LocalFunction function, String event) throws FunctionFailure {
    return new String(function.invoke(('"' + event + '"').getBytes(UTF_8)), UTF_8)
        .replace("\"", "");
  }
}
