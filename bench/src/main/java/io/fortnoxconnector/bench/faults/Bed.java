package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.bench.wire.Wire;
import io.fortnoxconnector.bench.workload.Companies;
import io.fortnoxconnector.bench.workload.Jobs;
import io.fortnoxconnector.bench.workload.Overdue;
import io.fortnoxconnector.local.stack.SandboxFortnox;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.sandbox.Sandbox;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A stack with a wire between its functions and all services. Times are short, so that what waits
 * for them comes to its end within the run: a lost write settles after 5 s instead of 90. A token
 * is renewed only by who has 12 s left, so a function must have a good deal more.
 */
public final class Bed implements AutoCloseable {

  private final Stack stack;
  private final Wire wire;
  private final Api anybody;
  private final Companies companies;
  private final Jobs jobs;
  private final Overdue overdue;

  private Bed(Stack stack, Wire wire) {
    this.stack = stack;
    this.wire = wire;
    this.anybody = new Api(stack.baseUrl());
    this.companies = new Companies(stack, anybody);
    this.jobs = new Jobs(stack);
    this.overdue = new Overdue(stack);
  }

  /** With short times. */
  public static Bed start(UnaryOperator<StackOptions> change) {
    return withRealTimes(
        options ->
            change.apply(
                options
                    .parameter("SettlingSeconds", "5")
                    .override("WriterFunction", "Timeout", 20)
                    .override("WritesQueue", "VisibilityTimeout", 22)
                    .override("JobsFunction", "Timeout", 20)
                    .override("JobsQueue", "VisibilityTimeout", 22)));
  }

  /** With the times that template.yaml says. */
  public static Bed withRealTimes(UnaryOperator<StackOptions> change) {
    var wire = new CompletableFuture<Wire>();
    Stack stack =
        Stack.start(
            change.apply(
                StackOptions.defaults()
                    .fortnox(
                        clock -> new SandboxFortnox(Sandbox.start(Sandbox.options().clock(clock))))
                    .parameter("WriterConcurrency", "20")
                    .log(new PrintStream(OutputStream.nullOutputStream()))
                    .between(
                        services -> {
                          wire.complete(new Wire(services, Rule.FORWARD, () -> {}));
                          return wire.join().urls();
                        })));
    return new Bed(stack, wire.join());
  }

  public Stack stack() {
    return stack;
  }

  public Wire wire() {
    return wire;
  }

  public Companies companies() {
    return companies;
  }

  public Jobs jobs() {
    return jobs;
  }

  public Overdue overdue() {
    return overdue;
  }

  @Override
  public void close() {
    overdue.close();
    jobs.close();
    anybody.close();
    stack.close();
    wire.close();
  }
}
