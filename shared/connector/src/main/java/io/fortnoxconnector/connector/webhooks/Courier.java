package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.events.EventStore;
import io.fortnoxconnector.connector.events.EventStore.Told;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Sender.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings a connection's events to a webhook, one at a time, in their order. The lane stands behind
 * what the receiver has taken, and is written after it: who dies in between sends it once more,
 * under the same id.
 */
public final class Courier {

  private static final int MOST_AT_ONCE = 50;

  /** For writing down what came of the last attempt. */
  private static final Duration WRITING_TIME = Duration.ofSeconds(3);

  private final WebhookStore webhooks;
  private final LaneStore lanes;
  private final EventStore events;
  private final Entities entities;
  private final Post post;
  private final WebhookNews news;
  private final Receivers receivers;
  private final Waker waker;
  private final Randomness randomness;
  private final Meter meter;
  private final Timing timing;

  public Courier(
      WebhookStore webhooks,
      LaneStore lanes,
      EventStore events,
      Entities entities,
      Post post,
      Waker waker,
      Randomness randomness,
      Meter meter,
      Timing timing) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.events = events;
    this.entities = entities;
    this.post = post;
    this.news = new WebhookNews(events, timing);
    this.receivers = new Receivers(webhooks, lanes, news, waker, meter);
    this.waker = waker;
    this.randomness = randomness;
    this.meter = meter;
    this.timing = timing;
  }

  /** How it stands with a lane when a run ends. */
  public enum Run {
    /** Nothing is left to do, or nothing to do it for. */
    DONE,
    /** The time was over; a message for the rest is on the queue. */
    GOES_ON,
    /** It's tried again at its time. */
    WAITS,
    /** Another process is at it. */
    TAKEN_OVER
  }

  /** What a message asks for. */
  public Run run(Wake wake, Deadline deadline) {
    LaneKey key = wake.lane();
    Optional<Webhook> webhook = webhooks.find(key.tenant(), key.webhook());
    if (wake.replay() > 0) {
      webhook.ifPresent(found -> replay(found, wake, deadline));
      return Run.DONE;
    }
    Lane lane = lanes.lane(key);
    if (webhook.filter(Webhook::isActive).isEmpty()) {
      // Who sets it going again wakes its lanes.
      return lane.retryAt() == null ? Run.DONE : saved(lane.putOff(null), Run.DONE);
    }
    return run(webhook.get(), lane.as(webhook.get().health()), deadline);
  }

  private Run run(Webhook webhook, Lane lane, Deadline deadline) {
    Instant now = timing.now();
    if (lane.waitsAt(now)) {
      return Run.WAITS;
    }
    if (webhook.isHeldAt(now)) {
      Duration pause = Duration.between(now, webhook.health().holdUntil());
      return saved(lane.putOff(now.plus(Retries.jittered(pause, randomness))), Run.WAITS);
    }
    return new Trip(webhook, lane, deadline).run();
  }

  private Run saved(Lane lane, Run then) {
    return lanes.save(lane, List.of(), timing.now()).isPresent() ? then : Run.TAKEN_OVER;
  }

  /** One attempt that somebody asked for; it moves nothing. */
  private void replay(Webhook webhook, Wake wake, Deadline deadline) {
    if (!deadline.allows(Sender.LONGEST, timing)) {
      waker.again(wake);
      return;
    }
    events.after(wake.lane().connection(), wake.replay() - 1, 1, timing.now()).stream()
        .filter(told -> told.number() == wake.replay())
        .forEach(
            told -> {
              if (entities.of(webhook, told.event(), deadline)
                  instanceof Entities.Found(var entity)) {
                Attempt attempt = post.to(webhook).send(told.event(), entity);
                lanes.log(
                    webhook.id(), attempt.delivery(wake.lane().connection(), told.number(), 0));
              } else {
                waker.again(wake);
              }
            });
  }

  /** One run on a lane. */
  private final class Trip {

    private final LaneKey key;
    private final Deadline deadline;
    private final OpenLane open;
    private Webhook webhook;
    private Post.Addressee addressee;

    Trip(Webhook webhook, Lane lane, Deadline deadline) {
      this.key = lane.key();
      this.webhook = webhook;
      this.addressee = post.to(webhook);
      this.open = new OpenLane(lanes, lane, timing);
      this.deadline = deadline;
    }

    Run run() {
      while (true) {
        List<Told> next = events.after(key.connection(), open.at(), MOST_AT_ONCE, timing.now());
        if (next.isEmpty()) {
          return open.write() ? Run.DONE : Run.TAKEN_OVER;
        }
        for (Told told : next) {
          if (!webhook.wants(told.event())) {
            open.passed(told.number());
            continue;
          }
          if (!deadline.allows(Sender.LONGEST.plus(WRITING_TIME), timing)) {
            return goesOn();
          }
          switch (entities.of(webhook, told.event(), deadline)) {
            case Entities.Later(var pause) -> {
              return waits(pause);
            }
            case Entities.Found(var entity) -> {
              Attempt attempt = addressee.send(told.event(), entity);
              open.sent(attempt, told.number());
              if (attempt.reply().outcome() != Outcome.DELIVERED) {
                return failed(attempt.reply());
              }
              delivered(told);
            }
          }
          if (open.isFull() && !open.write()) {
            return Run.TAKEN_OVER;
          }
        }
        // What was read may be what nobody wants: then nothing has been sent for a long time.
        if (!open.write()) {
          return Run.TAKEN_OVER;
        }
        Optional<Webhook> still =
            webhooks.find(key.tenant(), key.webhook()).filter(Webhook::isActive);
        if (still.isEmpty()) {
          return Run.DONE;
        }
        webhook = still.get();
        addressee = post.to(webhook);
        if (webhook.isHeldAt(timing.now())) {
          return Courier.this.run(webhook, open.reached(), deadline);
        }
      }
    }

    private Run goesOn() {
      if (!open.write()) {
        return Run.TAKEN_OVER;
      }
      waker.again(Wake.of(key));
      return Run.GOES_ON;
    }

    private Run waits(Duration pause) {
      Lane lane = open.reached().putOff(timing.now().plus(pause));
      return open.write(lane) ? Run.WAITS : Run.TAKEN_OVER;
    }

    private void delivered(Told told) {
      open.passed(told.number());
      meter.count(Metric.WEBHOOKS_DELIVERED);
      meter.time(Metric.WEBHOOK_DELAY_SECONDS, told.event().at(), timing.now());
      webhook = receivers.well(webhook, timing.now());
    }

    private Run failed(Reply reply) {
      meter.count(Metric.WEBHOOKS_FAILED);
      Instant now = timing.now();
      Lane before = open.reached();
      Instant next = Retries.next(before.attempts(), reply, now, randomness);
      Lane lane = before.failed(now, next);
      boolean isGivenUp = lane.hasFailedFor(Retries.GIVEN_UP_AFTER, now);
      if (isGivenUp) {
        // Before it's written: who dies here comes to it again.
        news.paused(webhook, lane);
      }
      if (!open.write(isGivenUp ? lane.paused(now) : lane)) {
        return Run.TAKEN_OVER;
      }
      if (reply.outcome() == Outcome.GONE) {
        receivers.gone(webhook, now);
        return Run.DONE;
      }
      if (reply.outcome().isOfTheReceiver()) {
        receivers.failed(webhook, now, next);
      }
      if (isGivenUp) {
        meter.count(Metric.WEBHOOKS_PAUSED);
      }
      return Run.WAITS;
    }
  }
}
