package io.fortnoxconnector.bench.kill;

import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A process under watch: what it's in the middle of, and whether it has been killed. */
final class Victim implements Rule {

  /** A process that asked for something so lately is at work. */
  private static final Duration AT_WORK = Duration.ofMillis(400);

  private final FunctionProcess process;
  private final Killer killer;
  private final AtomicBoolean killed = new AtomicBoolean();
  private volatile long lastRequest = System.nanoTime() - AT_WORK.toNanos();
  private volatile boolean holdsUnstoredToken;
  private volatile @Nullable TokenLease tokenLease;

  Victim(FunctionProcess process, Killer killer) {
    this.process = process;
    this.killer = killer;
  }

  boolean isAtWork() {
    return !killed.get() && System.nanoTime() - lastRequest < AT_WORK.toNanos();
  }

  /** Marks it as dead; false where somebody else did. */
  boolean claim() {
    return killed.compareAndSet(false, true);
  }

  void kill() {
    process.kill();
  }

  /** Whether a refresh token has left, and its successor isn't on its way to the table yet. */
  boolean holdsUnstoredToken() {
    return holdsUnstoredToken;
  }

  /** The lease on a connection's tokens that dies with it. */
  Optional<TokenLease> tokenLease() {
    return Optional.ofNullable(tokenLease);
  }

  @Override
  public Action before(Exchange exchange) {
    if (killed.get()) {
      // The signal is on its way: what the process still sends in between never left.
      return Action.CUT;
    }
    lastRequest = System.nanoTime();
    if (strikes(Point.at(process.function(), Point.Side.BEFORE, exchange))) {
      return Action.KILL;
    }
    if (Requests.rotatesToken(exchange)) {
      holdsUnstoredToken = true;
    } else if (Requests.storesToken(exchange)) {
      holdsUnstoredToken = false;
    }
    return Action.FORWARD;
  }

  @Override
  public Action after(Exchange exchange, int status, String reply) {
    if (killed.get()) {
      return Action.CUT;
    }
    lastRequest = System.nanoTime();
    if (status >= 300) {
      if (Requests.rotatesToken(exchange)) {
        holdsUnstoredToken = false;
      }
      return Action.FORWARD;
    }
    if (Requests.leasesToken(exchange)) {
      tokenLease = TokenLease.in(exchange);
    } else if (Requests.storesToken(exchange)) {
      tokenLease = null;
    }
    return strikes(Point.at(process.function(), Point.Side.AFTER, exchange))
        ? Action.KILL
        : Action.FORWARD;
  }

  private boolean strikes(List<Point> points) {
    return points.stream().anyMatch(point -> killer.strikes(this, point));
  }

  @Override
  public String toString() {
    return process.function() + " " + process.number();
  }
}
