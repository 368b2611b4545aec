package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.faults.Faults;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A connected company.
 *
 * @param number its own at Fortnox
 */
record Company(Vendor vendor, String number, String connection, String accountKey) {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  Caller api() {
    return vendor.api().with("X-ACCOUNT-KEY", accountKey);
  }

  /** The same company as Fortnox has it. */
  io.fortnoxconnector.sandbox.Company atFortnox() {
    return vendor.system().fortnox().company(number);
  }

  /** Trouble at Fortnox for what is sent for this company, and for no other. */
  Faults.Arming trouble(String method, String pathPrefix) {
    return vendor.system().fortnox().faults().on(method, pathPrefix).of(number);
  }

  /** What Fortnox received for this company, oldest first. */
  List<Entry> received(String method, String pathPrefix) {
    return vendor.system().fortnox().ledger().entries(method, pathPrefix).stream()
        .filter(entry -> number.equals(entry.company()))
        .toList();
  }

  /** The id of a customer that was created and answered for. */
  String create(String body) {
    Answer answer = api().post("/accounting/customers", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.data().path("id").asText();
  }

  /** Accepts a write without waiting for it; the task's address. */
  String later(String method, String path, String body) {
    Answer answer = api().json(method, path, body, "Prefer", "respond-async");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("location");
  }

  /** The task once it has finished. */
  JsonNode finished(String address) {
    return finished(address, PATIENCE);
  }

  JsonNode finished(String address, Duration patience) {
    return eventually(
        patience,
        () -> {
          JsonNode data = api().get(address).data();
          return data.isArray() ? data.path(0) : data;
        },
        task -> task.path("finishedDate").isTextual());
  }

  /** Asks until the answer is as wanted, as a client that polls would. */
  static <T> T eventually(Supplier<T> question, Predicate<T> wanted) {
    return eventually(PATIENCE, question, wanted);
  }

  static <T> T eventually(Duration patience, Supplier<T> question, Predicate<T> wanted) {
    Instant giveUp = Instant.now().plus(patience);
    while (true) {
      T answer = question.get();
      if (wanted.test(answer)) {
        return answer;
      }
      assertThat(Instant.now()).as("still %s", answer).isBefore(giveUp);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "company " + number;
  }
}
