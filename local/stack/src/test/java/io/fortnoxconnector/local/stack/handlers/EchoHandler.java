package io.fortnoxconnector.local.stack.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.aws.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers with what it was given: the event, its context and its environment. The header {@code
 * x-answer} holds another answer to give instead, or "throw" or "hang".
 */
public final class EchoHandler implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger INSTANCES = new AtomicInteger();

  /** The numbers of the instances that began to hang. */
  public static final BlockingQueue<Integer> HANGING = new LinkedBlockingQueue<>();

  private final Environment environment;
  private final int instance = INSTANCES.incrementAndGet();

  EchoHandler(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    String wanted = event.path("headers").path("x-answer").asText("");
    switch (wanted) {
      case "" -> JSON.writeValue(output, echo(event, context));
      case "throw" -> throw new IllegalStateException("as asked");
      case "hang" -> hang();
      default -> output.write(wanted.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private ObjectNode echo(JsonNode event, Context context) {
    ObjectNode body = JSON.createObjectNode();
    body.set("event", event);
    body.putObject("context")
        .put("requestId", context.getAwsRequestId())
        .put("name", context.getFunctionName())
        .put("arn", context.getInvokedFunctionArn())
        .put("remaining", context.getRemainingTimeInMillis())
        .put("memory", context.getMemoryLimitInMB());
    ObjectNode variables = body.putObject("environment");
    for (Environment.Name name : Environment.Name.values()) {
      try {
        variables.put(name.name(), environment.get(name));
      } catch (IllegalStateException e) {
        variables.putNull(name.name());
      }
    }
    body.put("instance", instance);
    ObjectNode answer = JSON.createObjectNode().put("statusCode", 200).put("body", body.toString());
    answer.putObject("headers").put("Content-Type", "application/json");
    return answer;
  }

  private void hang() {
    HANGING.add(instance);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
