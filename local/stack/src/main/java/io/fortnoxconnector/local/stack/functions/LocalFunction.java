package io.fortnoxconnector.local.stack.functions;

import io.fortnoxconnector.local.stack.template.FunctionSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A function with its instances, in this process or each in its own. As in Lambda, an instance
 * serves one invocation at a time, the one used last is used next, and a new one is made when all
 * are busy: what an instance remembers is not shared with the others.
 */
public final class LocalFunction implements AutoCloseable {

  private final FunctionSpec spec;
  private final Clock clock;
  private final StreamLogger logger;
  private final @Nullable Processes processes;
  private final Deque<Handler> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** A function whose instances are objects of this process. */
  public LocalFunction(FunctionSpec spec, Clock clock, PrintStream log) {
    this.spec = spec;
    this.clock = clock;
    this.logger = new StreamLogger(log);
    this.processes = null;
  }

  /** A function whose instances are processes, made from the function's zip. */
  public LocalFunction(FunctionSpec spec, Clock clock, PrintStream log, ProcessSettings settings) {
    this.spec = spec;
    this.clock = clock;
    this.logger = new StreamLogger(log);
    this.processes = new Processes(spec, settings, log);
  }

  public FunctionSpec spec() {
    return spec;
  }

  /** Makes an instance before it's needed. */
  public void warm() throws FunctionFailure {
    idle.push(newHandler());
  }

  /**
   * Invokes the handler and waits for its result, at most for the function's own timeout.
   *
   * @param event the event's JSON
   * @return the result's JSON
   */
  public byte[] invoke(byte[] event) throws FunctionFailure {
    Handler handler = idleHandler();
    LocalContext context =
        new LocalContext(
            spec,
            UUID.randomUUID().toString(),
            clock.instant().plus(spec.timeout()),
            clock,
            logger);
    Future<byte[]> running = threads.submit(() -> handler.handle(event, context));
    try {
      byte[] result = running.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
      idle.push(handler);
      return result;
    } catch (ExecutionException e) {
      if (!handler.isAlive()) {
        throw failure("lost its process", e.getCause());
      }
      idle.push(handler);
      throw failure("threw", e.getCause());
    } catch (TimeoutException e) {
      // Lambda ends the instance too.
      running.cancel(true);
      handler.end();
      throw failure("timed out after " + seconds(spec.timeout()), null);
    } catch (InterruptedException e) {
      running.cancel(true);
      handler.end();
      Thread.currentThread().interrupt();
      throw failure("was interrupted", e);
    }
  }

  private Handler idleHandler() throws FunctionFailure {
    for (Handler next = idle.poll(); next != null; next = idle.poll()) {
      if (next.isAlive()) {
        return next;
      }
    }
    return newHandler();
  }

  private Handler newHandler() throws FunctionFailure {
    try {
      return processes == null ? HandlerLoader.load(spec) : processes.start();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw failure("has no usable handler " + spec.handler(), e);
    } catch (IOException | ProcessFailure e) {
      throw failure("has no usable process", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted", e);
    }
  }

  private FunctionFailure failure(String what, @Nullable Throwable cause) {
    return new FunctionFailure(spec.logicalId() + " " + what, cause);
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    if (processes != null) {
      processes.close();
    }
  }
}
