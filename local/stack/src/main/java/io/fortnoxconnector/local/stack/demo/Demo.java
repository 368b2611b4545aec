package io.fortnoxconnector.local.stack.demo;

import io.fortnoxconnector.local.stack.LocalOptions;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Starts the stack and the sandbox, tells the story, and ends: {@code mvn -Pdemo}. The exit code
 * says whether all went well.
 */
public final class Demo {

  private Demo() {}

  public static void main(String[] arguments) {
    System.exit(tell());
  }

  private static int tell() {
    Instant start = Instant.now();
    try (Stack stack =
            Stack.start(LocalOptions.fromProperties().warm(true).parameter("LookSeconds", "0"));
        Api api = new Api(stack.baseUrl());
        SqsClient sqs = SqsClient.create()) {
      DemoApp.registerAt(stack);
      System.out.println();
      System.out.println("Fortnox connector, on this machine alone:");
      System.out.println("    the API, as template.yaml describes it   " + stack.baseUrl());
      System.out.println(
          "    a Fortnox to test against                " + stack.sandbox().apiUrl());
      System.out.println(
          "    started in " + Duration.between(start, Instant.now()).toMillis() + " ms");
      var scene =
          new Story.Scene(
              stack.adminKey(),
              sqs,
              stack.queueUrl("JobsQueue"),
              stack.sandbox(),
              () -> look(stack));
      new Story(scene, api, new Teller(System.out)).tell();
      var ledger = stack.sandbox().ledger().entries();
      System.out.println();
      System.out.printf(
          "Done in %.1f s. Fortnox received %d requests and answered %d of them with 429.%n",
          Duration.between(start, Instant.now()).toMillis() / 1000.0,
          ledger.size(),
          ledger.stream().filter(entry -> entry.answered().equals("429")).count());
      return 0;
    } catch (RuntimeException e) {
      System.err.println();
      System.err.println("The demo stopped: " + e.getMessage());
      return 1;
    }
  }

  private static void look(Stack stack) {
    try {
      stack.runSchedule("LookEveryMinute");
    } catch (FunctionFailure e) {
      throw new IllegalStateException("The look for changes failed", e);
    }
  }
}
