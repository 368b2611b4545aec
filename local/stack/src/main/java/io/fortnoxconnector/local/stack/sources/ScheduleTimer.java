package io.fortnoxconnector.local.stack.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Schedule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A schedule of EventBridge Scheduler: invokes its function by the clock, or when told to. */
public final class ScheduleTimer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schedule schedule;
  private final LocalFunction function;
  private final Place place;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule-", 0).factory());

  public ScheduleTimer(Schedule schedule, LocalFunction function, Place place, Clock clock) {
    this.schedule = schedule;
    this.function = function;
    this.place = place;
    this.clock = clock;
  }

  public String name() {
    return schedule.name();
  }

  /** Invokes the function at the schedule's rate from now on, the first time after one interval. */
  public void start() {
    long rate = schedule.rate().toMillis();
    var _ = timer.scheduleAtFixedRate(this::tick, rate, rate, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      fire();
    } catch (FunctionFailure e) {
      System.err.println(schedule.name() + " failed: " + e.getMessage());
      e.printStackTrace();
    }
  }

  /** Invokes the function once, now, and waits for it. */
  public void fire() throws FunctionFailure {
    function.invoke(schedule.input().orElseGet(this::event).getBytes(UTF_8));
  }

  /**
   * The Scheduler's own payload. Unlike an EventBridge rule's, its detail is text and not an
   * object.
   */
  private String event() {
    var event =
        JSON.createObjectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "Scheduled Event")
            .put("source", "aws.scheduler")
            .put("account", place.accountId())
            .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", place.region());
    event.putArray("resources").add(place.arn("scheduler", "schedule/default/" + schedule.name()));
    return event.put("detail", "{}").toString();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
