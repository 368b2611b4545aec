package io.fortnoxconnector.connector.budget;

import io.fortnoxconnector.fortnox.Gcra.Decision;
import java.time.Duration;
import java.time.Instant;

/**
 * One company's rate budget, shared by all functions. Fails closed: an exception means "don't
 * call".
 */
public interface Budget {

  /** Who asks. Interactive reads go before the writer when both want the last place. */
  enum Use {
    INTERACTIVE,
    WRITER
  }

  /** Takes a place for one request to be sent now, or says how long to wait. */
  Decision take(BudgetKey key, Use use, Instant now);

  /** Fortnox answered 429: nobody sends for {@code pause}. */
  void pushBack(BudgetKey key, Duration pause, Instant now);
}
