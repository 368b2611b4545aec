package io.fortnoxconnector.local.stack.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's side of the Runtime API for one process, <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">AWS: Using the Lambda
 * runtime API</a>. A request for the next invocation waits until there is one; with SnapStart so
 * does the one before it, by which the process says that its snapshot can be taken, and which is
 * answered in each copy of it.
 */
final class RuntimeApi implements AutoCloseable {

  private static final String BASE = "/2018-06-01/runtime/";
  private static final int ACCEPTED = 202;

  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> restored = new CompletableFuture<>();
  private final LoopbackServer server = LoopbackServer.start(0, this::serve);
  private volatile boolean checkpointed;
  private @Nullable Invocation current;
  private @Nullable ProcessFailure ended;

  /**
   * @param deadline in milliseconds since 1970, by the machine's clock
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  record Invocation(
      String requestId,
      long deadline,
      String functionArn,
      byte[] event,
      CompletableFuture<byte[]> result) {}

  /** For the variable AWS_LAMBDA_RUNTIME_API. */
  String address() {
    return server.url().getAuthority();
  }

  /**
   * Done when the process asks for its first invocation, or to be restored: the handler is made by
   * then.
   */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Whether the process stands still as its snapshot would. */
  boolean awaitsRestore() {
    return checkpointed && !restored.isDone();
  }

  synchronized void invoke(Invocation invocation) {
    if (ended != null) {
      invocation.result().completeExceptionally(ended);
      return;
    }
    current = invocation;
    restored.complete(null);
    waiting.add(invocation);
  }

  /** The process has ended: nobody will answer any more. */
  synchronized void end(ProcessFailure why) {
    if (ended == null) {
      ended = why;
    }
    ready.completeExceptionally(ended);
    restored.completeExceptionally(ended);
    if (current != null) {
      current.result().completeExceptionally(ended);
    }
  }

  private void serve(HttpExchange call) throws IOException {
    try (call) {
      String path = call.getRequestURI().getPath();
      byte[] body = call.getRequestBody().readAllBytes();
      if (path.equals(BASE + "invocation/next")) {
        next(call);
        return;
      }
      if (path.equals(BASE + "restore/next")) {
        checkpointed = true;
        ready.complete(null);
        restored.exceptionally(ended -> null).join();
        call.sendResponseHeaders(200, -1);
        return;
      }
      if (path.equals(BASE + "init/error") || path.equals(BASE + "restore/error")) {
        end(ProcessFailure.reported(new String(body, UTF_8)));
      } else {
        answered(path, body);
      }
      call.sendResponseHeaders(ACCEPTED, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange call) throws IOException, InterruptedException {
    ready.complete(null);
    Invocation invocation = waiting.take();
    var headers = call.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn());
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    call.sendResponseHeaders(200, invocation.event().length);
    call.getResponseBody().write(invocation.event());
  }

  private synchronized void answered(String path, byte[] body) {
    Invocation invocation = current;
    if (invocation == null || !path.startsWith(BASE + "invocation/" + invocation.requestId())) {
      return;
    }
    current = null;
    if (path.endsWith("/response")) {
      invocation.result().complete(body);
    } else {
      invocation.result().completeExceptionally(ProcessFailure.reported(new String(body, UTF_8)));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
