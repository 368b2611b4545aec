package io.fortnoxconnector.local.stack.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a function as a process of its own, under Lambda's runtime interface client. It
 * serves one invocation at a time and may be killed at any moment.
 */
public final class FunctionProcess implements Handler {

  /** Lambda allows 10 s; a machine that starts many at once needs more. */
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final String function;
  private final int number;
  private final RuntimeApi api = new RuntimeApi();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile long begin;
  private volatile @Nullable Duration ready;
  private volatile @Nullable Duration firstAnswer;
  private @Nullable Process process;
  private boolean killed;

  FunctionProcess(String function, int number) {
    this.function = function;
    this.number = number;
  }

  /**
   * How long a start took.
   *
   * @param ready from the process's start until its handler was made; with SnapStart, until its
   *     snapshot could be taken
   * @param firstAnswer from the process's start until its first answer; with SnapStart, from when
   *     it was let go on
   */
  public record StartUp(Duration ready, Duration firstAnswer) {}

  /** The function's key in the template. */
  public String function() {
    return function;
  }

  /** Counts the function's processes from 1. */
  public int number() {
    return number;
  }

  /** The operating system's number of it; empty before it has started. */
  public synchronized OptionalLong pid() {
    return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
  }

  /** Empty until the first answer. */
  public Optional<StartUp> startUp() {
    Duration made = ready;
    Duration answered = firstAnswer;
    return made == null || answered == null
        ? Optional.empty()
        : Optional.of(new StartUp(made, answered));
  }

  /** Done when the process has ended and all that it printed is in the log. */
  public CompletableFuture<Void> onExit() {
    return end.copy();
  }

  /** SIGKILL: the process learns nothing of it. */
  public synchronized void kill() {
    killed = true;
    if (process != null) {
      destroy(process);
    }
  }

  /** By its handle: the process itself would also throw away what it printed and nobody read. */
  private static void destroy(Process process) {
    process.toHandle().destroyForcibly();
  }

  String runtimeApi() {
    return api.address();
  }

  /** Returns when the process has made its handler. */
  void start(List<String> command, Path folder, Map<String, String> environment, PrintStream log)
      throws IOException, ProcessFailure, InterruptedException {
    launch(command, folder, environment, log);
    try {
      api.ready().get(LONGEST_START.toMillis(), MILLISECONDS);
      ready = sinceBegin();
    } catch (ExecutionException e) {
      end();
      if (e.getCause() instanceof ProcessFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      end();
      throw new IOException("not ready after " + LONGEST_START.toSeconds() + " s", e);
    }
  }

  private synchronized void launch(
      List<String> command, Path folder, Map<String, String> environment, PrintStream log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    begin = System.nanoTime();
    Process started = builder.start();
    process = started;
    if (killed) {
      destroy(started);
    }
    CompletableFuture<Void> printed = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              copy(started.inputReader(UTF_8), log);
              printed.complete(null);
            });
    var _ =
        started
            .onExit()
            .thenCompose(
                ended -> {
                  api.end(ProcessFailure.ended(ended.pid(), ended.exitValue()));
                  api.close();
                  return printed;
                })
            .thenRun(() -> end.complete(null));
  }

  private static void copy(BufferedReader output, PrintStream log) {
    try (output) {
      output.lines().forEach(log::println);
    } catch (IOException | java.io.UncheckedIOException e) {
      // The process was killed in the middle of a line.
    }
  }

  @Override
  public byte[] handle(byte[] event, Context context) throws Exception {
    var result = new CompletableFuture<byte[]>();
    // The process goes by the machine's clock, whatever the stack's clock says.
    long deadline = System.currentTimeMillis() + context.getRemainingTimeInMillis();
    if (api.awaitsRestore()) {
      begin = System.nanoTime();
    }
    api.invoke(
        new RuntimeApi.Invocation(
            context.getAwsRequestId(), deadline, context.getInvokedFunctionArn(), event, result));
    try {
      byte[] answer = result.get();
      if (firstAnswer == null) {
        firstAnswer = sinceBegin();
      }
      return answer;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ProcessFailure failure ? failure : e;
    }
  }

  private Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  @Override
  public void end() {
    kill();
    if (process == null) {
      api.close();
      end.complete(null);
    }
  }
}
