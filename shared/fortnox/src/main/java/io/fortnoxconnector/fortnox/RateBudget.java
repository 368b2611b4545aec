package io.fortnoxconnector.fortnox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a company has left of Fortnox's 25 requests in 5 seconds (fortnox.se/developer, "Rate limits
 * for Fortnox API"), as a value: the slots given lately, some of them in the near future. All times
 * in milliseconds since the epoch.
 *
 * <p>Slots are {@link #PACE} apart, except that a company at rest earns credits, and a credit buys
 * a slot at once. Whatever was earned, no {@link #WINDOW} holds more than {@link #MOST} slots.
 * Measurements: docs/adr/0003-rate-budget.md.
 *
 * @param slots the newest ones, ascending, at most {@link #MOST}
 * @param credit in thousandths of a slot
 * @param notBefore no slot before this: Fortnox has answered 429
 */
public record RateBudget(List<Long> slots, long credit, long notBefore) {

  /**
   * Two fewer than Fortnox allows in its five seconds: so many are sent at the pace while a slow
   * request is on its way.
   */
  public static final int MOST = 23;

  static final long WINDOW = 5050;

  /** Evenly, {@link #MOST} slots nearly fill the window: what comes in clumps stays in clumps. */
  static final long PACE = 219;

  /** With the window, what two requests' ways may differ by: {@code 300 ms}. */
  private static final long SPREAD = 250;

  /** One free slot and fifteen credits: a page that loads sixteen objects at once. */
  static final long MOST_CREDIT = 15_000;

  /**
   * How far ahead the writer reserves: as long as writing a reservation down may take, so that it
   * keeps the pace, and no longer, so that a read that comes before goes first.
   */
  public static final Duration WRITER_HORIZON = Duration.ofMillis(50);

  /**
   * How long a write lets reads go first before it reserves as they do: a program that reads for
   * hours must not keep a company's writes from ever being sent.
   */
  public static final Duration WRITER_YIELDS = Duration.ofSeconds(1);

  private static final long SLOT = 1000;

  /** A company that hasn't been called for long. */
  public static RateBudget rested() {
    return new RateBudget(List.of(), MOST_CREDIT, 0);
  }

  /**
   * How many of a window's slots go to who takes leftovers: the others are what a company at rest
   * may use at once, one free slot and its credits.
   */
  static final int LEFT_OVER = MOST - 1 - (int) (MOST_CREDIT / 1000);

  /** How long a company that is never at rest takes for so many requests. */
  public static Duration timeFor(int requests) {
    return Duration.ofMillis(requests * PACE);
  }

  /** A slot, or how long until asking again makes sense. */
  public sealed interface Decision {

    /**
     * The slot is the caller's.
     *
     * @param at when to send: now, or a little later
     * @param next the budget without that slot
     */
    record Granted(long at, RateBudget next) implements Decision {}

    /** There is no slot within the caller's horizon. */
    record Wait(Duration time) implements Decision {}
  }

  /**
   * Decides for a caller at {@code now}.
   *
   * @param horizon how far ahead the caller reserves: it then sleeps until its slot comes
   * @param spendsCredit whether it may use what the company earned at rest
   */
  public Decision take(long now, long horizon, boolean spendsCredit) {
    if (slots.isEmpty()) {
      return decided(Math.max(now, notBefore), credit, now, horizon);
    }
    long paced = Math.max(after(WINDOW), slots.getLast() + PACE);
    // Who has to wait isn't at rest: what a company earned while it couldn't send would come on top
    // of a full window's requests.
    long earned = Math.min(MOST_CREDIT, credit + Math.max(0, now - paced));
    long bought = Math.max(now, Math.max(after(WINDOW + SPREAD), slots.getLast()));
    return spendsCredit && credit >= SLOT && bought < paced
        ? decided(bought, credit - SLOT, now, horizon)
        : decided(Math.max(now, paced), earned, now, horizon);
  }

  /**
   * Decides for a caller that nobody waits for: it takes a slot while the company is at rest, with
   * all its credits, and leaves enough of the window for these. Whoever comes next spends a credit
   * and goes at once.
   *
   * @param horizon how far ahead the caller reserves
   */
  public Decision takeLeftOver(long now, long horizon) {
    if (slots.isEmpty()) {
      return decided(Math.max(now, notBefore), credit, now, horizon);
    }
    long paced = Math.max(after(WINDOW), slots.getLast() + PACE);
    long rested = paced + MOST_CREDIT - credit;
    long roomy = slots.size() < LEFT_OVER ? now : slots.get(slots.size() - LEFT_OVER) + WINDOW;
    return decided(Math.max(now, Math.max(rested, roomy)), MOST_CREDIT, now, horizon);
  }

  /** When the oldest slot is so far back, if all are in use, and nobody asked us to wait longer. */
  private long after(long window) {
    return slots.size() == MOST ? Math.max(notBefore, slots.getFirst() + window) : notBefore;
  }

  /** Nobody sends before {@code until}. */
  public RateBudget pushedBack(long until) {
    return new RateBudget(slots, 0, Math.max(notBefore, until));
  }

  /** How many requests could still be sent in the five seconds that end at {@code now}. */
  public int left(long now) {
    return MOST - (int) slots.stream().filter(slot -> slot > now - WINDOW).count();
  }

  private Decision decided(long at, long creditLeft, long now, long horizon) {
    if (at - now > horizon) {
      return new Decision.Wait(Duration.ofMillis(at - now - horizon));
    }
    var kept = new ArrayList<>(slots.size() == MOST ? slots.subList(1, MOST) : slots);
    kept.add(at);
    return new Decision.Granted(at, new RateBudget(List.copyOf(kept), creditLeft, notBefore));
  }
}
