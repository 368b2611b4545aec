package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * How receivers do, as far as attempts show: one that fails holds all of its webhook's lanes up,
 * one that is there again lets them go, and one that has done nothing but fail for long is given
 * up.
 */
final class Receivers {

  /** Shorter failures are over by the next attempt, as it was planned. */
  private static final Duration AWAY = Duration.ofMinutes(5);

  private final WebhookStore webhooks;
  private final LaneStore lanes;
  private final WebhookNews news;
  private final Waker waker;
  private final Meter meter;

  Receivers(WebhookStore webhooks, LaneStore lanes, WebhookNews news, Waker waker, Meter meter) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.news = news;
    this.waker = waker;
    this.meter = meter;
  }

  /** It has taken a message; the webhook as it is then. */
  Webhook well(Webhook webhook, Instant now) {
    Instant since = webhook.health().failingSince();
    if (since == null) {
      return webhook;
    }
    boolean wasAway = !now.isBefore(since.plus(AWAY));
    webhooks.well(webhook, wasAway ? now : null);
    if (wasAway) {
      waker.wakeAll(webhook);
    }
    return webhooks.find(webhook.tenant(), webhook.id()).orElse(webhook);
  }

  /**
   * It has failed, whatever the message was.
   *
   * @param next when the message is tried again
   */
  void failed(Webhook webhook, Instant now, Instant next) {
    webhooks
        .failed(webhook, now, Retries.hold(next, now))
        .filter(failing -> hasOnlyFailedFor(failing, now))
        .ifPresent(_ -> stop(webhook, Status.PAUSED, now));
  }

  private static boolean hasOnlyFailedFor(Webhook webhook, Instant now) {
    Instant since = webhook.health().failingSince();
    return since != null && !now.isBefore(since.plus(Retries.GIVEN_UP_AFTER));
  }

  /** It has said that it wants no more messages. */
  void gone(Webhook webhook, Instant now) {
    stop(webhook, Status.DISABLED, now);
  }

  private void stop(Webhook webhook, Status status, Instant now) {
    lanes.lanes(webhook).forEach(lane -> news.stopped(webhook, status, lane));
    if (webhooks.stop(webhook, status, now)) {
      meter.count(Metric.WEBHOOKS_PAUSED);
    }
  }
}
