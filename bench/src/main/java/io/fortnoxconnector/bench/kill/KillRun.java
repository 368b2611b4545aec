package io.fortnoxconnector.bench.kill;

import io.fortnoxconnector.bench.audit.Audit;
import io.fortnoxconnector.bench.audit.Findings;
import io.fortnoxconnector.bench.workload.Client;
import io.fortnoxconnector.bench.workload.Companies;
import io.fortnoxconnector.bench.workload.Jobs;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.local.stack.ProcessOptions;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.sandbox.faults.Faults;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** One run: clients write, processes die, and when all is quiet the audit looks at what is left. */
final class KillRun {

  private static final Set<String> PROCESSES =
      Set.of("CustomersFunction", "JobsFunction", "WriterFunction", "HousekeepingFunction");

  /**
   * A task waits for its lease, its settling time, its queue's visibility, and a loaded machine.
   */
  private static final Duration LONGEST_END = Duration.ofMinutes(5);

  private static final Duration PROGRESS = Duration.ofSeconds(5);

  private final Plan plan;
  private final PrintStream out;
  private final Killer killer;
  private final LongAdder acknowledged = new LongAdder();
  private final Instant begin = Instant.now();

  KillRun(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    this.killer = new Killer(plan.kills(), new Random(plan.seed()));
  }

  /**
   * Runs to the end.
   *
   * @param log gets what the functions print
   */
  Outcome run(PrintStream log) {
    try (Stack stack = Stack.start(options(log));
        Api anybody = new Api(stack.baseUrl());
        Jobs jobs = new Jobs(stack)) {
      int withRefreshTokens = plan.companies() / 2;
      List<WritingCompany> companies =
          new Companies(stack, anybody)
              .connect(plan.companies() - withRefreshTokens, withRefreshTokens);
      say("%d companies are connected".formatted(companies.size()));
      List<Client> clients = clients(companies, jobs);
      try (Upkeep _ = Upkeep.start(stack, companies, killer, plan)) {
        write(clients, stack.sandbox().faults());
        say("no more kills: what is open comes to its end");
        settle(stack, clients);
      }
      Findings findings = Audit.of(stack, clients, new Audit.Allowed(killer.unstoredTokens()));
      return new Outcome(plan, Duration.between(begin, Instant.now()), killer, findings);
    }
  }

  /** Shorter times than the template's, so that a death costs seconds. */
  private StackOptions options(PrintStream log) {
    return StackOptions.defaults()
        .sandbox()
        .log(log)
        .parameter("SettlingSeconds", "5")
        .parameter("WriterConcurrency", Integer.toString(Math.max(2, plan.companies() / 2)))
        .override("WriterFunction", "Timeout", 20)
        .override("WritesQueue", "VisibilityTimeout", 20)
        .override("JobsFunction", "Timeout", 20)
        .override("JobsQueue", "VisibilityTimeout", 20)
        .processes(ProcessOptions.of(PROCESSES).between(killer::watch));
  }

  private List<Client> clients(List<WritingCompany> companies, Jobs jobs) {
    List<Client> clients = new ArrayList<>();
    for (WritingCompany company : companies) {
      Random random = new Random(plan.seed() * 31 + clients.size());
      clients.add(new Client(company.number(), company, jobs, random, acknowledged));
    }
    return clients;
  }

  /** Until all is written and killed that was planned, or the time is over. */
  private void write(List<Client> clients, Faults fortnox) {
    Instant end = begin.plus(plan.limit());
    BooleanSupplier goesOn =
        () ->
            Instant.now().isBefore(end)
                && (acknowledged.sum() < plan.writes()
                    || killer.kills() < plan.kills()
                    || !killer.hasHitAll());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      clients.forEach(client -> threads.execute(() -> client.run(goesOn)));
      Instant next = Instant.now();
      while (goesOn.getAsBoolean()) {
        killer.allow((int) (3 + plan.kills() * acknowledged.sum() / plan.writes()));
        if (Instant.now().isAfter(next)) {
          next = next.plus(PROGRESS);
          say(standing());
          trouble(fortnox);
        }
        pause();
      }
      killer.allow(0);
      fortnox.clear();
    }
  }

  /** Without it hardly a message is postponed, and so nobody dies while one is. */
  private void trouble(Faults fortnox) {
    if (killer.wants(Point.POSTPONED) && fortnox.armed().isEmpty()) {
      fortnox.on("POST", "/3/customers").once().answers(503);
    }
  }

  private void settle(Stack stack, List<Client> clients) {
    Instant giveUp = Instant.now().plus(LONGEST_END);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      clients.forEach(client -> threads.execute(() -> client.settle(LONGEST_END)));
    }
    // Tasks that no client was told of come to an end too.
    while (Audit.unfinished(stack) > 0 && Instant.now().isBefore(giveUp)) {
      pause();
    }
  }

  private String standing() {
    long hit = killer.hits().values().stream().filter(count -> count > 0).count();
    return "%d of %d writes, %d of %d kills, %d of %d points"
        .formatted(
            acknowledged.sum(),
            plan.writes(),
            killer.kills(),
            plan.kills(),
            hit,
            Point.values().length);
  }

  private void say(String what) {
    out.printf("%4d s  %s%n", Duration.between(begin, Instant.now()).toSeconds(), what);
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
