package io.fortnoxconnector.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fortnoxconnector.bench.workload.Told.State;
import io.fortnoxconnector.local.stack.client.Api.Answer;
import io.fortnoxconnector.translation.Operation;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A careful program that writes to one company, one write after the other: what has an idempotency
 * key is sent again until it's answered. It remembers what it wanted and what it was told.
 */
public final class Client {

  /** So that a company's queue stays short enough to be waited for at the end. */
  private static final int MOST_OPEN = 8;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final WritingCompany company;
  private final Jobs jobs;
  private final Calls calls;
  private final Mix mix;
  private final LongAdder acknowledged;
  private final Records records = new Records();

  /**
   * A client.
   *
   * @param name part of each of its markers: no other client's
   * @param acknowledged counts every write that was accepted, or refused with a reason
   */
  public Client(
      String name, WritingCompany company, Jobs jobs, Random random, LongAdder acknowledged) {
    this.company = company;
    this.jobs = jobs;
    this.calls = new Calls(company);
    this.mix = new Mix(name, random);
    this.acknowledged = acknowledged;
  }

  public WritingCompany company() {
    return company;
  }

  /** All writes so far, in the order in which they were begun. */
  public List<Told> told() {
    return records.all();
  }

  /** Writes until told to stop. */
  public void run(BooleanSupplier goesOn) {
    while (company.isConnected() && goesOn.getAsBoolean()) {
      step();
    }
  }

  /** Does that many writes. */
  public void run(int writes) {
    for (int i = 0; i < writes; i++) {
      step();
    }
  }

  /** Waits for what is open; false if that takes too long. */
  public boolean settle(Duration limit) {
    Instant giveUp = Instant.now().plus(limit);
    while (company.isConnected() && !records.open().isEmpty()) {
      look(records.open());
      if (Instant.now().isAfter(giveUp)) {
        return false;
      }
      pause(PAUSE);
    }
    return true;
  }

  private void step() {
    while (records.open().size() >= MOST_OPEN
        && company.isConnected()
        && !Thread.currentThread().isInterrupted()) {
      look(records.open().subList(0, 2));
      pause(PAUSE);
    }
    look(records.open().stream().filter(Client::creates).limit(2).toList());
    Write write = mix.next(company, records.size() + 1, records.customers());
    Told told = write.door() == Door.JOB ? queue(write) : send(write);
    records.add(told);
    if (told.isAcknowledged()) {
      acknowledged.increment();
    }
    if (told.code().equals("reconnect-required")) {
      reconnectOnce();
    }
  }

  private static boolean creates(Told told) {
    return told.write().operation() == Operation.CREATE;
  }

  private Told send(Write write) {
    var statuses = new ArrayList<Integer>();
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (true) {
      Optional<Answer> answer = calls.send(write);
      statuses.add(answer.map(Answer::status).orElse(0));
      if (answer.isPresent() && !Calls.isTrouble(answer.get())) {
        return Calls.told(write, statuses, answer.get());
      }
      pause(answer.map(Client::retryAfter).orElse(PAUSE));
      if (!write.door().isKeyed() || Instant.now().isAfter(giveUp)) {
        return Told.unanswered(write, statuses);
      }
    }
  }

  private Told queue(Write write) {
    var statuses = new ArrayList<Integer>();
    Instant giveUp = Instant.now().plus(PATIENCE);
    boolean queued = false;
    while (company.isConnected() && Instant.now().isBefore(giveUp)) {
      queued = queued || put(write);
      Optional<Answer> answer = calls.get("/accounting/asyncTask?idempotencyKey=" + write.key());
      statuses.add(answer.map(Answer::status).orElse(0));
      JsonNode found = answer.map(Answer::data).orElseGet(MissingNode::getInstance).path(0);
      String task = found.path("taskId").asText();
      // An open one may not be on the writes queue yet: what came by HTTP would overtake it.
      if (!task.isEmpty() && !found.path("state").asText().equals("OPEN")) {
        return new Told(write, List.copyOf(statuses), State.OPEN, task, "", null);
      }
      pause(PAUSE);
    }
    return Told.unanswered(write, statuses);
  }

  private boolean put(Write write) {
    try {
      jobs.put(write);
      return true;
    } catch (SdkException refused) {
      return false;
    }
  }

  private void look(List<Told> open) {
    for (Told told : open) {
      calls
          .get("/accounting/asyncTask/" + told.task())
          .filter(answer -> answer.status() == 200)
          .ifPresent(answer -> found(told, Calls.told(told, answer.data())));
    }
  }

  private void found(Told before, Told now) {
    records.replace(before, now);
    if (now.code().equals("reconnect-required") && now.state() == State.FAILED) {
      reconnectOnce();
    }
  }

  /** Many writes may fail for one lost consent. */
  private void reconnectOnce() {
    boolean usable =
        calls
            .get("/auth/connection")
            .filter(answer -> answer.data().path("consent").asText().equals("ACTIVE"))
            .isPresent();
    if (!usable) {
      try {
        company.reconnect();
      } catch (IllegalStateException | UncheckedIOException trouble) {
        // The next write that is refused for it tries again.
      }
    }
  }

  private static Duration retryAfter(Answer answer) {
    String seconds = answer.header("retry-after");
    return seconds.matches("\\d{1,2}") ? Duration.ofSeconds(Long.parseLong(seconds)) : PAUSE;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "client of " + company;
  }
}
