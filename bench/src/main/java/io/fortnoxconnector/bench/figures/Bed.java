package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.local.stack.SandboxFortnox;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.sandbox.Sandbox;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is measured on: the stack with a sandbox, and a vendor that connects companies. */
final class Bed implements AutoCloseable {

  static final FortnoxApp APP = new FortnoxApp("bench-client", "bench-secret", "service");

  private static final int FIRST_COMPANY = 300_000;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Stack stack;
  private final Api anybody;
  private final RegisteredVendor vendor;
  private final AtomicInteger companies = new AtomicInteger(FIRST_COMPANY);

  private Bed(Stack stack) {
    this.stack = stack;
    this.anybody = new Api(stack.baseUrl());
    this.vendor =
        RegisteredVendor.register(
            stack, anybody, "Bench", APP, URI.create("https://vendor.example/connected"));
  }

  static Bed start(UnaryOperator<StackOptions> change) {
    return new Bed(
        Stack.start(
            change.apply(
                StackOptions.defaults()
                    .fortnox(
                        clock -> new SandboxFortnox(Sandbox.start(Sandbox.options().clock(clock))))
                    .log(new PrintStream(OutputStream.nullOutputStream())))));
  }

  Sandbox fortnox() {
    return stack.sandbox();
  }

  /** A new company, connected, with its whole budget. */
  ConnectedCompany company() {
    String number = String.valueOf(companies.incrementAndGet());
    fortnox().addCompany(number, "Bolag " + number + " AB", "556036-0793");
    return vendor.connect(number);
  }

  List<ConnectedCompany> companies(int count) {
    return Stream.generate(this::company).limit(count).toList();
  }

  /**
   * Waits until so many customers were created for these companies; gives up when none was for a
   * minute, as the count then shows.
   */
  void untilCreated(List<ConnectedCompany> those, long total, Progress progress)
      throws InterruptedException {
    long created = 0;
    long last = System.nanoTime();
    while (created < total && System.nanoTime() - last < PATIENCE.toNanos()) {
      Thread.sleep(POLL);
      long now =
          those.stream()
              .mapToLong(company -> Received.of(fortnox(), company.number()).created().size())
              .sum();
      last = now > created ? System.nanoTime() : last;
      created = now;
      progress.done(created);
    }
  }

  @Override
  public void close() {
    anybody.close();
    stack.close();
  }
}
