package io.fortnoxconnector.fortnox;

import io.fortnoxconnector.fortnox.RateBudget.Decision.Granted;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limiters to compare, each as it would run on a client: may a request leave now? */
final class Limiters {

  private Limiters() {}

  interface Limiter {
    boolean leaves(long now);
  }

  /** Ours, with a caller that spends what the rest before has earned and reserves nothing. */
  static Limiter rateBudget() {
    return new Limiter() {
      private RateBudget budget = RateBudget.rested();

      @Override
      public boolean leaves(long now) {
        if (budget.take(now, 0, true) instanceof Granted(var _, RateBudget next)) {
          budget = next;
          return true;
        }
        return false;
      }
    };
  }

  static Limiter tokenBucket(int size, double perSecond) {
    return new Limiter() {
      private double tokens = size;
      private long last = -1;

      @Override
      public boolean leaves(long now) {
        tokens = last < 0 ? size : Math.min(size, tokens + (now - last) * perSecond / 1000);
        last = now;
        if (tokens < 1) {
          return false;
        }
        tokens--;
        return true;
      }
    };
  }

  static Limiter slidingLog(int most) {
    Deque<Long> log = new ArrayDeque<>();
    return now -> {
      while (!log.isEmpty() && log.peekFirst() <= now - 5000) {
        log.removeFirst();
      }
      if (log.size() >= most) {
        return false;
      }
      log.addLast(now);
      return true;
    };
  }

  /** The generic cell rate algorithm. */
  static Limiter gcra(long interval, long tolerance) {
    return new Limiter() {
      private long arrival;

      @Override
      public boolean leaves(long now) {
        if (arrival - tolerance > now) {
          return false;
        }
        arrival = Math.max(arrival, now) + interval;
        return true;
      }
    };
  }
}
