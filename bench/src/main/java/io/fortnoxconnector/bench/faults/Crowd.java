package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.audit.Audit;
import io.fortnoxconnector.bench.audit.Audit.Allowed;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.workload.Client;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients that write side by side, one for each company, while access tokens keep expiring. Begin,
 * trouble them, let them end, and audit.
 */
public final class Crowd implements AutoCloseable {

  private static final Duration BETWEEN_EXPIRIES = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Bed bed;
  private final List<Client> clients = new ArrayList<>();
  private final LongAdder acknowledged = new LongAdder();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopped;

  public Crowd(Bed bed, List<WritingCompany> companies, long seed) {
    this.bed = bed;
    for (WritingCompany company : companies) {
      // Two clients of one company need names of their own.
      String name = company.number() + "-" + company.vendor().app().clientId();
      clients.add(
          new Client(name, company, bed.jobs(), new Random(seed + clients.size()), acknowledged));
    }
  }

  /** Until {@link #end}. */
  public void begin() {
    clients.forEach(client -> threads.execute(() -> client.run(() -> !stopped)));
    threads.execute(this::keepExpiring);
  }

  public List<Client> clients() {
    return clients;
  }

  public long acknowledged() {
    return acknowledged.sum();
  }

  /**
   * Lets everybody finish what they began, and looks at everything.
   *
   * @param limit for all of it; what hasn't ended by then is a violation
   */
  public Findings end(Duration limit, Allowed allowed) throws InterruptedException {
    Instant giveUp = Instant.now().plus(limit);
    stopped = true;
    threads.shutdown();
    while (Instant.now().isBefore(giveUp) && !hasEnded()) {
      sweep();
      Thread.sleep(PAUSE);
    }
    clients.forEach(client -> client.settle(Duration.ofSeconds(5)));
    return Audit.of(bed.stack(), clients, allowed);
  }

  private boolean hasEnded() throws InterruptedException {
    return threads.awaitTermination(1, TimeUnit.SECONDS) && Audit.unfinished(bed.stack()) == 0;
  }

  private void sweep() {
    try {
      bed.overdue().sweep();
    } catch (FunctionFailure failed) {
      // The next round is a second away.
    }
  }

  private void keepExpiring() {
    try {
      while (!stopped) {
        Thread.sleep(BETWEEN_EXPIRIES);
        expireTokens();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Access tokens are refused from now on, but for those that were given lately. */
  void expireTokens() {
    clients.stream().map(Client::company).filter(this::hasOldTokens).forEach(this::expire);
  }

  private void expire(WritingCompany company) {
    bed.stack().sandbox().company(company.number()).expireAccessTokens();
  }

  /** One that was given a moment ago is refused by no Fortnox: real ones live an hour. */
  private boolean hasOldTokens(WritingCompany company) {
    Instant lately = Instant.now().minus(BETWEEN_EXPIRIES);
    return bed.stack().sandbox().ledger().entries("POST", "/oauth-v1/token").stream()
        .noneMatch(entry -> company.number().equals(entry.company()) && entry.at().isAfter(lately));
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdownNow();
  }
}
