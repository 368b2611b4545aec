package io.fortnoxconnector.local.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Calls of the AWS API that set up or change a stack, by way of calls.py. */
final class Calls implements AutoCloseable {

  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;

  Calls(Map<String, String> environment) {
    process =
        new Command(
                List.of(
                    Folders.tool("ministack", "python").toString(),
                    Folders.root().resolve("local/containers/src/main/python/calls.py").toString()),
                Folders.root(),
                environment)
            .talk();
    answers = process.inputReader(UTF_8);
    requests = process.outputWriter(UTF_8);
  }

  /**
   * @param operation as the SDK for Python spells it, for example {@code put_role_policy}
   * @throws IllegalStateException if the call fails
   */
  synchronized JsonNode call(String service, String operation, Map<String, ?> arguments) {
    try {
      var call = Map.of("service", service, "operation", operation, "arguments", arguments);
      requests.write(Json.text(call) + "\n");
      requests.flush();
      String line = answers.readLine();
      JsonNode reply = Json.read(line == null ? "{\"error\":\"calls.py has ended\"}" : line);
      if (reply.has("error")) {
        throw new IllegalStateException(operation + ": " + reply.path("error").asText());
      }
      return reply.path("answer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Command.end(process);
  }
}
