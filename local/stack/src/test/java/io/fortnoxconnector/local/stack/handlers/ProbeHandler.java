package io.fortnoxconnector.local.stack.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * A function that needs nothing but Lambda's own classes, for a zip of one class. The event is a
 * JSON text that says what it does.
 */
public final class ProbeHandler implements RequestStreamHandler {

  public ProbeHandler() {
    if (System.getenv("PROBE_FAILS") != null) {
      throw new IllegalStateException("as asked at the start");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), UTF_8).replace("\"", "");
    switch (event.split(" ", 2)[0]) {
      case "pid" -> write(output, Long.toString(ProcessHandle.current().pid()));
      case "env" -> write(output, String.valueOf(System.getenv().get(event.split(" ", 2)[1])));
      case "heap" -> write(output, Long.toString(Runtime.getRuntime().maxMemory() >> 20));
      case "context" ->
          write(
              output,
              context.getFunctionName()
                  + " "
                  + context.getInvokedFunctionArn()
                  + " "
                  + context.getRemainingTimeInMillis());
      case "log" -> context.getLogger().log("a line of the function's own\n");
      case "throw" -> throw new IllegalStateException("as asked");
      case "exit" -> Runtime.getRuntime().halt(7);
      case "hang" -> {
        context.getLogger().log("hanging\n");
        hang();
      }
      default -> throw new IllegalArgumentException(event);
    }
  }

  private static void write(OutputStream output, String text) throws IOException {
    output.write(('"' + text + '"').getBytes(UTF_8));
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
