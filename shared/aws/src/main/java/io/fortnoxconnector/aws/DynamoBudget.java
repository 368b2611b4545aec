package io.fortnoxconnector.aws;

import io.fortnoxconnector.aws.Table.Write;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.fortnox.Gcra;
import io.fortnoxconnector.fortnox.Gcra.Decision;
import java.time.Duration;
import java.time.Instant;

/**
 * The rate budget in one item per client id and company: {@code arrival} is the theoretical arrival
 * time of the next request. Deciding and writing are one conditional update, so that functions that
 * ask at the same moment can't both get the last place.
 */
final class DynamoBudget implements Budget {

  private static final Duration KEPT = Duration.ofHours(1);

  private final Table table;
  private final Gcra interactive;
  private final Gcra writer;

  /** The writer has no tolerance: at the edge it yields to whoever is waiting for an answer. */
  DynamoBudget(Table table, Gcra rate) {
    this.table = table;
    this.interactive = rate;
    this.writer = new Gcra(rate.interval(), 0);
  }

  @Override
  public Decision take(BudgetKey key, Use use, Instant now) {
    Gcra rate =
        switch (use) {
          case INTERACTIVE -> interactive;
          case WRITER -> writer;
        };
    return take(id(key), rate, now.toEpochMilli());
  }

  private Decision take(String id, Gcra rate, long now) {
    long arrival = 0; // a company at rest, until the store says otherwise
    while (true) {
      if (!(rate.decide(arrival, now) instanceof Decision.Granted granted)) {
        return rate.decide(arrival, now);
      }
      // Where the item is older than now, any value gives the same decision; else it must be the
      // very one that was decided on.
      String condition =
          arrival < now ? "attribute_not_exists(arrival) OR arrival < :now" : "arrival = :seen";
      Item values =
          Item.empty()
              .with(":next", granted.theoreticalArrival())
              .with(":expires", now / 1000 + KEPT.toSeconds())
              .with(arrival < now ? ":now" : ":seen", arrival < now ? now : arrival);
      switch (table.update(id, "SET arrival = :next, expiresAt = :expires", condition, values)) {
        case Write.Done _ -> {
          return granted;
        }
        case Write.Unmet(var found) -> arrival = found.number("arrival");
      }
    }
  }

  @Override
  public void pushBack(BudgetKey key, Duration pause, Instant now) {
    // The tolerance is added: an interactive call may come that much before its arrival time.
    long until = now.plus(pause).toEpochMilli() + interactive.tolerance();
    table.update(
        id(key),
        "SET arrival = :until, expiresAt = :expires",
        "attribute_not_exists(arrival) OR arrival < :until",
        Item.empty().with(":until", until).with(":expires", until / 1000 + KEPT.toSeconds()));
  }

  private static String id(BudgetKey key) {
    return key.clientId() + "#" + key.companyId();
  }
}
