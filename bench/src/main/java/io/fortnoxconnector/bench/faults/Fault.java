package io.fortnoxconnector.bench.faults;

import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import java.util.concurrent.atomic.LongAdder;

/** Trouble on the wire that has a name and counts how often it struck. */
final class Fault implements Rule {

  private final String name;
  private final Rule rule;
  private final LongAdder strikes = new LongAdder();

  Fault(String name, Rule rule) {
    this.name = name;
    this.rule = rule;
  }

  String name() {
    return name;
  }

  long strikes() {
    return strikes.sum();
  }

  @Override
  public Action before(Exchange exchange) {
    return counted(rule.before(exchange));
  }

  @Override
  public Action after(Exchange exchange, int status, String reply) {
    return counted(rule.after(exchange, status, reply));
  }

  private Action counted(Action action) {
    if (!(action instanceof Action.Forward)) {
      strikes.increment();
    }
    return action;
  }

  @Override
  public String toString() {
    return name;
  }
}
