package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.local.stack.Service;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Refuses requests for the half second after Fortnox gave a new refresh token. */
final class AfterRotation implements Rule {

  private static final long LASTS = 500_000_000;

  private final Predicate<Exchange> refused;
  private final AtomicLong rotated = new AtomicLong(System.nanoTime() - LASTS);

  AfterRotation(Predicate<Exchange> refused) {
    this.refused = refused;
  }

  static boolean isRefresh(Exchange exchange) {
    return exchange.service() == Service.FORTNOX_AUTH
        && exchange.body().contains("grant_type=refresh_token");
  }

  @Override
  public Action before(Exchange exchange) {
    return refused.test(exchange) && System.nanoTime() - rotated.get() < LASTS
        ? Action.fault(400, "AccessDeniedException")
        : Action.FORWARD;
  }

  @Override
  public Action after(Exchange exchange, int status, String reply) {
    if (isRefresh(exchange) && status == 200) {
      rotated.set(System.nanoTime());
    }
    return Action.FORWARD;
  }
}
