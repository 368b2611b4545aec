package io.fortnoxconnector.bench.figures;

import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A user at work while the company is written to: a list every two seconds, and every fifteenth
 * time a page that loads five customers at once besides.
 */
final class Reading implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int PAGE_EVERY = 15;
  private static final int PAGE = 5;

  private final ConnectedCompany company;
  private final Sample waits = new Sample();
  private final AtomicInteger failures = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<?> user;

  Reading(ConnectedCompany company) {
    this.company = company;
    this.user = threads.submit(this::work);
  }

  /** How long each read took, Fortnox's own time included. */
  Sample waits() {
    return waits;
  }

  /** Reads that weren't answered with 200. */
  int failures() {
    return failures.get();
  }

  private Void work() throws Exception {
    for (int turn = 1; ; turn++) {
      long next = System.nanoTime() + EVERY.toNanos();
      read("/accounting/customers?limit=10");
      if (turn % PAGE_EVERY == 0) {
        var page = new ArrayList<Future<?>>();
        for (int i = 1; i <= PAGE; i++) {
          String path = "/accounting/customers/" + i;
          page.add(threads.submit(() -> read(path)));
        }
        for (Future<?> part : page) {
          part.get();
        }
      }
      Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
    }
  }

  private void read(String path) {
    Api.Answer answer = waits.time(() -> company.api().send("GET", path, ""));
    if (answer.status() != 200) {
      failures.incrementAndGet();
    }
  }

  @Override
  public void close() {
    user.cancel(true);
    threads.close();
  }
}
