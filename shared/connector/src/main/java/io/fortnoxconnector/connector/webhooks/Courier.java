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
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a connection's events to a webhook, one at a time, in their order. The lane stands behind
 * what the receiver has taken, and is written after it: who dies in between sends it once more,
 * under the same id.
 */
public final class Courier {

  private static final int MOST_AT_ONCE = 50;

  /** So many attempts at most are repeated after a crash. */
  private static final int MOST_UNWRITTEN = 25;

  private static final Duration LONGEST_UNWRITTEN = Duration.ofSeconds(5);

  /** For writing down what came of the last attempt. */
  private static final Duration WRITING_TIME = Duration.ofSeconds(3);

  /** Shorter failures are over by the next attempt, as it was planned. */
  private static final Duration AWAY = Duration.ofMinutes(5);

  private final WebhookStore webhooks;
  private final LaneStore lanes;
  private final EventStore events;
  private final Entities entities;
  private final Post post;
  private final WebhookNews news;
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
    private final List<Delivery> log = new ArrayList<>();
    private Webhook webhook;
    private Post.Addressee addressee;
    private Lane stored;
    private long at;
    private Instant writtenAt = timing.now();

    Trip(Webhook webhook, Lane lane, Deadline deadline) {
      this.key = lane.key();
      this.webhook = webhook;
      this.addressee = post.to(webhook);
      this.stored = lane;
      this.at = lane.last();
      this.deadline = deadline;
    }

    Run run() {
      while (true) {
        List<Told> next = events.after(key.connection(), at, MOST_AT_ONCE, timing.now());
        if (next.isEmpty()) {
          return write() ? Run.DONE : Run.TAKEN_OVER;
        }
        for (Told told : next) {
          if (!webhook.wants(told.event())) {
            at = told.number();
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
              log.add(attempt.delivery(key.connection(), told.number(), attempts() + 1));
              if (attempt.reply().outcome() != Outcome.DELIVERED) {
                return failed(attempt.reply());
              }
              delivered(told);
            }
          }
          if (isFull() && !write()) {
            return Run.TAKEN_OVER;
          }
        }
        // What was read may be what nobody wants: then nothing has been sent for a long time.
        if (!write()) {
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
          return Courier.this.run(webhook, stored, deadline);
        }
      }
    }

    /** Of the event that is next; those before it have come through. */
    private int attempts() {
      return at == stored.last() ? stored.attempts() : 0;
    }

    private boolean isFull() {
      return log.size() >= MOST_UNWRITTEN
          || Duration.between(writtenAt, timing.now()).compareTo(LONGEST_UNWRITTEN) > 0;
    }

    private boolean write() {
      return at == stored.last() || write(stored.at(at));
    }

    private boolean write(Lane lane) {
      Optional<Lane> now = lanes.save(lane, log, timing.now());
      log.clear();
      writtenAt = timing.now();
      now.ifPresent(saved -> stored = saved);
      return now.isPresent();
    }

    private Run goesOn() {
      if (!write()) {
        return Run.TAKEN_OVER;
      }
      waker.again(Wake.of(key));
      return Run.GOES_ON;
    }

    private Run waits(Duration pause) {
      Lane lane = at == stored.last() ? stored : stored.at(at);
      return write(lane.putOff(timing.now().plus(pause))) ? Run.WAITS : Run.TAKEN_OVER;
    }

    private void delivered(Told told) {
      at = told.number();
      meter.count(Metric.WEBHOOKS_DELIVERED);
      meter.time(Metric.WEBHOOK_DELAY_SECONDS, told.event().at(), timing.now());
      Instant since = webhook.health().failingSince();
      if (since == null) {
        return;
      }
      Instant now = timing.now();
      boolean wasAway = !now.isBefore(since.plus(AWAY));
      webhooks.well(webhook, wasAway ? now : null);
      if (wasAway) {
        waker.wakeAll(webhook);
      }
      webhook = webhooks.find(key.tenant(), key.webhook()).orElse(webhook);
    }

    private Run failed(Reply reply) {
      meter.count(Metric.WEBHOOKS_FAILED);
      Instant now = timing.now();
      Lane before = at == stored.last() ? stored : stored.at(at);
      Instant next = Retries.next(before.attempts(), reply, now, randomness);
      Lane lane = before.failed(now, next);
      boolean isGivenUp = lane.hasFailedFor(Retries.GIVEN_UP_AFTER, now);
      if (isGivenUp) {
        // Before it's written: who dies here comes to it again.
        news.paused(webhook, lane);
      }
      if (!write(isGivenUp ? lane.paused(now) : lane)) {
        return Run.TAKEN_OVER;
      }
      if (reply.outcome() == Outcome.GONE) {
        stop(Status.DISABLED, now);
        return Run.DONE;
      }
      if (reply.outcome().isOfTheReceiver()) {
        webhooks
            .failed(webhook, now, Retries.hold(next, now))
            .filter(failing -> hasOnlyFailedFor(failing, now))
            .ifPresent(_ -> stop(Status.PAUSED, now));
      }
      if (isGivenUp) {
        meter.count(Metric.WEBHOOKS_PAUSED);
      }
      return Run.WAITS;
    }

    private void stop(Status status, Instant now) {
      lanes.lanes(webhook).forEach(lane -> news.stopped(webhook, status, lane));
      if (webhooks.stop(webhook, status, now)) {
        meter.count(Metric.WEBHOOKS_PAUSED);
      }
    }

    private static boolean hasOnlyFailedFor(Webhook webhook, Instant now) {
      Instant since = webhook.health().failingSince();
      return since != null && !now.isBefore(since.plus(Retries.GIVEN_UP_AFTER));
    }
  }
}
