package io.fortnoxconnector.connector.budget;

import io.fortnoxconnector.fortnox.RateBudget;
import java.time.Duration;
import java.time.Instant;

/**
 * One company's rate budget, shared by all functions. Fails closed: an exception means "don't
 * call".
 */
public interface Budget {

  /** Who asks. */
  enum Use {
    /** Somebody waits for the answer: reserves as far ahead as it likes, and spends credit. */
    INTERACTIVE,
    /** Lets interactive callers go first: it reserves only what is very near. */
    WRITER,
    /** A write that has let others go first for long enough: reserves like them. */
    OVERDUE_WRITER,
    /** Nobody waits for it: it takes what the company at rest doesn't miss. */
    LOOKER;

    /** How far ahead such a caller reserves that would wait so long. */
    public Duration horizon(Duration patience) {
      return switch (this) {
        case INTERACTIVE, OVERDUE_WRITER -> patience;
        case WRITER, LOOKER ->
            patience.compareTo(RateBudget.WRITER_HORIZON) < 0
                ? patience
                : RateBudget.WRITER_HORIZON;
      };
    }

    /** What a company's budget has for such a caller. */
    public RateBudget.Decision ask(RateBudget budget, Instant now, Duration patience) {
      long horizon = horizon(patience).toMillis();
      return switch (this) {
        case INTERACTIVE -> budget.take(now.toEpochMilli(), horizon, true);
        case WRITER, OVERDUE_WRITER -> budget.take(now.toEpochMilli(), horizon, false);
        case LOOKER -> budget.takeLeftOver(now.toEpochMilli(), horizon);
      };
    }
  }

  /** A slot for one request, or how long until asking again makes sense. */
  sealed interface Answer {

    /**
     * The slot is the caller's, whether it's used or not.
     *
     * @param at when to send: now, or up to the patience later
     * @param left how many more could be sent in the five seconds around it
     */
    record Slot(Instant at, int left) implements Answer {}

    /**
     * No slot within the caller's patience.
     *
     * @param askAgain when a repeated question would get one
     * @param slot when that slot would come
     */
    record Wait(Duration askAgain, Duration slot) implements Answer {}
  }

  /**
   * Takes a slot.
   *
   * @param patience the longest that the caller would sleep until its slot comes
   */
  Answer take(BudgetKey key, Use use, Instant now, Duration patience);

  /** Fortnox answered 429: nobody sends for {@code pause}. */
  void pushBack(BudgetKey key, Duration pause, Instant now);
}
