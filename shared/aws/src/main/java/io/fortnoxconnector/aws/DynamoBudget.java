package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.budget.Budget;
import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.fortnox.RateBudget;
import io.fortnoxconnector.fortnox.RateBudget.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rate budget in one item per client id and company. A process decides on the state that it saw
 * last and writes its decision on the condition that nobody wrote since: one round trip where it's
 * alone with the company, two where it isn't, since a failed condition brings the newer state
 * along.
 */
final class DynamoBudget implements Budget {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final Table table;
  private final Randomness randomness;
  private final Map<BudgetKey, Seen> seen = new ConcurrentHashMap<>();

  DynamoBudget(Table table, Randomness randomness) {
    this.table = table;
    this.randomness = randomness;
  }

  /** What is stored: under which version (zero where there's no item), and which budget. */
  private record Seen(long version, RateBudget budget) {
    static final Seen NOTHING = new Seen(0, RateBudget.rested());
  }

  @Override
  public Answer take(BudgetKey key, Use use, Instant now, Duration patience) {
    Seen state = seen.getOrDefault(key, Seen.NOTHING);
    while (true) {
      switch (use.ask(state.budget(), now, patience)) {
        // What others did since can only have made the wait longer: no need to ask.
        case Decision.Wait(var time) -> {
          return new Answer.Wait(time, time.plus(use.horizon(patience)));
        }
        case Decision.Granted(var at, var next) -> {
          Attempt attempt = store(key, state, next, now);
          if (attempt.succeeded()) {
            return new Answer.Slot(Instant.ofEpochMilli(at), next.left(at));
          }
          state = attempt.stored();
        }
      }
    }
  }

  @Override
  public void pushBack(BudgetKey key, Duration pause, Instant now) {
    Seen state = seen.getOrDefault(key, Seen.NOTHING);
    while (true) {
      RateBudget next = state.budget().pushedBack(now.plus(pause).toEpochMilli());
      Attempt attempt = store(key, state, next, now);
      if (attempt.succeeded()) {
        return;
      }
      state = attempt.stored();
    }
  }

  /** A conditional write: whether it succeeded, and what is stored now. */
  private record Attempt(boolean succeeded, Seen stored) {}

  private Attempt store(BudgetKey key, Seen state, RateBudget next, Instant now) {
    if (seen.size() > MOST_REMEMBERED) {
      seen.clear();
    }
    // Ours alone: a write that the SDK repeats after a lost reply finds it, and knows that it has
    // succeeded.
    String writeId = randomness.id();
    Item values =
        Item.empty()
            .put(":slots", slots(next))
            .with(":credit", next.credit())
            .with(":notBefore", next.notBefore())
            .with(":version", state.version() + 1)
            .with(":write", writeId)
            .with(":expires", now.plus(KEPT).getEpochSecond())
            .with(":seen", state.version());
    Write write =
        table.update(
            key.clientId() + "#" + key.companyId(),
            "SET slots = :slots, credit = :credit, notBefore = :notBefore, version = :version,"
                + " writeId = :write, expiresAt = :expires",
            state.version() == 0
                ? "attribute_not_exists(version) OR version = :seen"
                : "version = :seen",
            values);
    boolean succeeded =
        write.isDone()
            || (write instanceof Write.Unmet(var found)
                && writeId.equals(found.textOrNull("writeId")));
    Seen stored =
        write instanceof Write.Unmet(var found) && !succeeded
            ? read(found)
            : new Seen(state.version() + 1, next);
    seen.put(key, stored);
    return new Attempt(succeeded, stored);
  }

  private static AttributeValue slots(RateBudget budget) {
    return AttributeValue.fromL(budget.slots().stream().map(Item::number).toList());
  }

  private static Seen read(Item item) {
    List<Long> slots =
        Stream.ofNullable(item.attributes().get("slots"))
            .flatMap(list -> list.l().stream())
            .map(slot -> Long.parseLong(slot.n()))
            .toList();
    return item.has("version")
        ? new Seen(
            item.number("version"),
            new RateBudget(slots, item.number("credit"), item.number("notBefore")))
        : Seen.NOTHING; // DynamoDB's time to live has taken the item of a company at rest
  }
}
