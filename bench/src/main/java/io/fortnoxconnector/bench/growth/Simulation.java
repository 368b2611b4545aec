package io.fortnoxconnector.bench.growth;

import io.fortnoxconnector.bench.growth.Backlog.Share;
import io.fortnoxconnector.fortnox.RateBudget;
import io.fortnoxconnector.fortnox.RateBudget.Decision;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * One run in virtual time: the queue, the writer function's instances, each company's rate budget.
 * A batch is one event, computed when it begins, since nobody else has its companies while it
 * lasts. The same seed gives the same run.
 */
final class Simulation {

  private static final long WRITER_HORIZON = RateBudget.WRITER_HORIZON.toMillis();

  /** Reading the task, leasing it, reading the connection. */
  private static final int BEFORE_BUDGET = 3 * Settings.STORE;

  private static final int PROGRESS_EVERY = 100_000;

  private final Load load;
  private final Settings settings;
  private final LongConsumer progress;
  private final SplittableRandom random;
  private final Backlog backlog;
  private final RateBudget[] budgets;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final Waits waits = new Waits();

  private int writers;
  private int busy;
  private int mostBusy;
  private int asked;
  private long planned;
  private long finished;
  private long batches;
  private long last;

  /**
   * @param progress is told how many writes are finished, now and then
   */
  Simulation(Load load, Settings settings, long seed, LongConsumer progress) {
    this.load = load;
    this.settings = settings;
    this.progress = progress;
    this.random = new SplittableRandom(seed);
    this.backlog = new Backlog(load, settings);
    this.budgets = new RateBudget[load.companies()];
    Arrays.fill(budgets, RateBudget.rested());
    this.writers = Math.min(Settings.FIRST_WRITERS, settings.writers());
  }

  /**
   * @param number what was planned first happens first
   */
  private record Event(long at, long number, Runnable what) {}

  /** Runs until all is done that can be, or until the given time. */
  Outcome run(long until) {
    for (int i = 1; i <= settings.writers() - writers; i++) {
      plan((long) i * Settings.WRITER_ADDED, () -> writers++);
    }
    while (!isDone()) {
      long now = nextTime();
      if (now > until) {
        break;
      }
      while (asked < load.writes() && load.at(asked) <= now) {
        backlog.ask(asked++);
      }
      while (!events.isEmpty() && events.peek().at() <= now) {
        events.remove().what().run();
      }
      deliver(now);
    }
    return new Outcome(finished, load.writes() - finished, last, batches, mostBusy, waits);
  }

  private boolean isDone() {
    return finished == load.writes() && busy == 0;
  }

  private long nextTime() {
    long event = events.isEmpty() ? Long.MAX_VALUE : events.peek().at();
    return asked < load.writes() ? Math.min(event, load.at(asked)) : event;
  }

  private void plan(long at, Runnable what) {
    events.add(new Event(at, planned++, what));
  }

  private void deliver(long now) {
    while (busy < writers) {
      List<Share> batch = backlog.receive(Settings.BATCH);
      if (batch.isEmpty()) {
        return;
      }
      batches++;
      mostBusy = Math.max(mostBusy, ++busy);
      long time = now + Settings.BETWEEN;
      for (Share share : batch) {
        time = load.hangs(share.company()) ? time + Settings.HANGS : carriedOut(share, time);
      }
      plan(time, () -> end(batch, now));
    }
  }

  /** When a company's part of a batch is done. */
  private long carriedOut(Share share, long begin) {
    long time = begin;
    int write = share.first();
    for (int i = 0; i < share.count(); i++, write = backlog.after(write)) {
      time = granted(share.company(), time + BEFORE_BUDGET) + Settings.STORE + answer();
      time += Settings.STORE;
      if (load.isWatched(share.company())) {
        waits.add(time - load.at(write));
      }
      last = Math.max(last, time);
      if (++finished % PROGRESS_EVERY == 0) {
        progress.accept(finished);
      }
    }
    return time;
  }

  /** When the request may leave: the real budget, asked as the writer asks it. */
  private long granted(int company, long begin) {
    long time = begin;
    while (true) {
      switch (budgets[company].take(time, WRITER_HORIZON, false)) {
        case Decision.Wait(var wait) -> time += wait.toMillis();
        case Decision.Granted(var at, var next) -> {
          budgets[company] = next;
          return Math.max(time + Settings.STORE, at);
        }
      }
    }
  }

  private long answer() {
    double factor = 1 + settings.spread() * (2 * random.nextDouble() - 1);
    return Math.round(settings.fortnox() * factor);
  }

  private void end(List<Share> batch, long begun) {
    busy--;
    for (Share share : batch) {
      if (load.hangs(share.company())) {
        plan(begun + Settings.HANGS + Settings.PAUSE, () -> backlog.release(share.company()));
      } else {
        backlog.delete(share.company(), share.count());
      }
    }
  }
}
