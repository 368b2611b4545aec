package io.fortnoxconnector.bench.startup;

import io.fortnoxconnector.bench.yardsticks.hello.StreamedHello;
import io.fortnoxconnector.bench.yardsticks.hello.TypedHello;
import io.fortnoxconnector.bench.yardsticks.plain.StreamedPlain;
import io.fortnoxconnector.bench.yardsticks.plain.TypedPlain;
import io.fortnoxconnector.local.stack.StackOptions;

/**
 * What is started. The yardsticks stand in the place of functions that the measured read doesn't
 * need: they get the same memory, JVM flags and variables as every function of the template.
 */
enum Candidate {
  HELLO("hello, typed event", "AboutFunction", "hello", TypedHello.class),
  HELLO_STREAM("hello, stream", "HousekeepingFunction", "hello", StreamedHello.class),
  PLAIN("plain, typed event", "SuppliersFunction", "plain", TypedPlain.class),
  PLAIN_STREAM("plain, stream", "TasksFunction", "plain", StreamedPlain.class),
  READ("customer read", "CustomersFunction"),
  /** From when Lambda lets a restored copy of the process go on. */
  PRIMED_READ("customer read, restored", "CustomersFunction");

  private final String text;
  private final String function;
  private final String code;
  private final String handler;

  Candidate(String text, String function) {
    this(text, function, "functions/customers/target/customers.zip", "");
  }

  Candidate(String text, String function, String yardstick, Class<?> handler) {
    this(
        text,
        function,
        "bench/yardsticks/" + yardstick + "/target/yardstick-" + yardstick + ".zip",
        handler.getName() + "::handleRequest");
  }

  Candidate(String text, String function, String code, String handler) {
    this.text = text;
    this.function = function;
    this.code = code;
    this.handler = handler;
  }

  String text() {
    return text;
  }

  /** The key in the template of the function that it is, or that it stands for. */
  String function() {
    return function;
  }

  /** The zip, seen from the template's folder. */
  String code() {
    return code;
  }

  boolean isSnapStart() {
    return this == PRIMED_READ;
  }

  StackOptions enter(StackOptions stack) {
    return handler.isEmpty()
        ? stack
        : stack.override(function, "CodeUri", code).override(function, "Handler", handler);
  }
}
