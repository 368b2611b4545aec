package io.fortnoxconnector.connector.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All that is measured. Each outcome is a metric of its own, so that one line holds all of an
 * invocation; none is about one company, since CloudWatch bills each value of a dimension as a
 * metric. What to do about them: docs/runbook.md.
 */
public enum Metric {
  /** Requests sent to Fortnox's API. */
  FORTNOX_CALLS(Unit.COUNT),
  /** What Fortnox took to answer, or not to. */
  FORTNOX_MILLIS(Unit.MILLISECONDS),
  /** Answers of 429. */
  FORTNOX_THROTTLED(Unit.COUNT),
  /** Answers of 4xx other than 401 and 429. */
  FORTNOX_REFUSED(Unit.COUNT),
  /** Answers of 5xx, or none. */
  FORTNOX_UNAVAILABLE(Unit.COUNT),
  /** From asking for a slot of the company's budget to the slot. */
  BUDGET_WAIT_MILLIS(Unit.MILLISECONDS),
  /** Writes that ended well. */
  TASKS_DONE(Unit.COUNT),
  /** Writes that ended partly stored. */
  TASKS_PARTIAL(Unit.COUNT),
  /** Writes that ended refused. */
  TASKS_FAILED(Unit.COUNT),
  /** Writes whose outcome a person must look up. */
  TASKS_UNCERTAIN(Unit.COUNT),
  /** Writes that their owner called off. */
  TASKS_CANCELLED(Unit.COUNT),
  /** From a write's acceptance to its end. */
  TASK_SECONDS(Unit.SECONDS),
  /** Messages that went back to their queue to wait. */
  TASKS_POSTPONED(Unit.COUNT),
  /** Stranded writes that housekeeping queued again. */
  TASKS_REQUEUED(Unit.COUNT),
  /** Writes refused because the company has too many open ones. */
  WRITES_REFUSED(Unit.COUNT),
  /** Access tokens obtained. */
  TOKENS_RENEWED(Unit.COUNT),
  /** Attempts to obtain one that failed, for any reason. */
  TOKEN_RENEWALS_FAILED(Unit.COUNT),
  /** Connections that were found to need their user again. */
  RECONNECT_REQUIRED(Unit.COUNT),
  /** Idle connections renewed by housekeeping. */
  CONNECTIONS_KEPT_ALIVE(Unit.COUNT),
  /** Events that were told of changes at Fortnox. */
  EVENTS_TOLD(Unit.COUNT),
  /** From the look before to a change's event: it happened in between. */
  EVENT_DELAY_SECONDS(Unit.SECONDS),
  /** Messages that a webhook's receiver took. */
  WEBHOOKS_DELIVERED(Unit.COUNT),
  /** Attempts that it didn't take. */
  WEBHOOKS_FAILED(Unit.COUNT),
  /** Webhooks, or connections of one, that were given up until their owner resumes them. */
  WEBHOOKS_PAUSED(Unit.COUNT),
  /** From an event's finding to its delivery. */
  WEBHOOK_DELAY_SECONDS(Unit.SECONDS),
  /** Faults of the connector's own. */
  ACCIDENTS(Unit.COUNT),
  /** First invocations of an instance. */
  COLD_START(Unit.COUNT);

  /** CloudWatch's names for units (CloudWatch API, "MetricDatum"). */
  public enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds"),
    SECONDS("Seconds");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    /** As CloudWatch spells it. */
    public String text() {
      return text;
    }
  }

  private final Unit unit;

  Metric(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  /** The name in CloudWatch: {@code FortnoxCalls}. */
  public String text() {
    return Arrays.stream(name().split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
