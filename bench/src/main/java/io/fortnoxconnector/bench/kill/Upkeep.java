package io.fortnoxconnector.bench.kill;

import io.fortnoxconnector.bench.workload.Overdue;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** What goes on beside the clients: housekeeping, access tokens that expire, kills at random. */
final class Upkeep implements AutoCloseable {

  private static final Duration HOUSEKEEPING = Duration.ofSeconds(6);

  private static final Duration EXPIRY = Duration.ofSeconds(20);

  /** Fortnox's tokens live for an hour: a renewed one must get as far as its first use. */
  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(10);

  private static final Duration KILLS = Duration.ofMillis(150);

  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          3, Thread.ofPlatform().daemon().name("upkeep-", 0).factory());
  private final Overdue overdue;
  private final DeadLeases leases;

  private Upkeep(Stack stack) {
    overdue = new Overdue(stack);
    leases = new DeadLeases(stack);
  }

  static Upkeep start(Stack stack, List<WritingCompany> companies, Killer killer, Plan plan) {
    Upkeep upkeep = new Upkeep(stack);
    Iterator<WritingCompany> turns =
        Stream.generate(() -> companies).flatMap(List::stream).iterator();
    upkeep.every(HOUSEKEEPING, upkeep::sweep);
    upkeep.every(
        EXPIRY.dividedBy(companies.size()),
        () -> expireTokens(stack.sandbox(), turns.next().number()));
    upkeep.every(
        KILLS,
        () -> {
          killer.strikeAtRandom();
          if (plan.hasty()) {
            killer.nextOrphan().ifPresent(upkeep.leases::end);
          }
        });
    return upkeep;
  }

  private void every(Duration pause, Runnable work) {
    var _ =
        timer.scheduleWithFixedDelay(
            () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (SdkException e) {
      // The next round may fare better; what never does shows in the audit.
      System.err.println(e);
    }
  }

  private static void expireTokens(Sandbox fortnox, String company) {
    Instant young = fortnox.clock().instant().minus(SHORTEST_LIFE);
    boolean renewedLately =
        fortnox.ledger().entries("POST", "/oauth-v1/token").stream()
            .anyMatch(entry -> company.equals(entry.company()) && entry.at().isAfter(young));
    if (!renewedLately) {
      fortnox.company(company).expireAccessTokens();
    }
  }

  private void sweep() {
    try {
      overdue.sweep();
    } catch (FunctionFailure e) {
      // Killed, as planned: the next round goes on.
    }
  }

  @Override
  public void close() {
    timer.close();
    overdue.close();
    leases.close();
  }
}
