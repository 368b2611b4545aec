package io.fortnoxconnector.local.stack.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintStream;

/** A handler's log on a stream: as on Lambda, lines end where the handler ends them. */
record StreamLogger(PrintStream out) implements LambdaLogger {

  @Override
  public void log(String message) {
    out.print(message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, UTF_8));
  }
}
