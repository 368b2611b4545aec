package io.fortnoxconnector.bench.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.ledger.Entry;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What Fortnox received for one company since a moment, oldest first, without what was asked while
 * it connected.
 */
record Received(List<Entry> entries) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Received of(Sandbox fortnox, String company) {
    return new Received(
        fortnox.ledger().entries().stream()
            .filter(entry -> company.equals(entry.company()))
            .filter(entry -> entry.path().startsWith("/3/customers"))
            .toList());
  }

  int refusals() {
    return (int) entries.stream().filter(entry -> entry.answered().equals("429")).count();
  }

  /** The names of the customers that were created, in the order of their creation. */
  List<String> created() {
    return creations().stream().map(entry -> name(entry.body())).toList();
  }

  /** When the last customer was created; the beginning of time where none was. */
  Instant lastCreation() {
    return creations().isEmpty() ? Instant.MIN : creations().getLast().at();
  }

  /**
   * Requests a minute, from one window of the limit after the first until the last creation: what
   * the company had earned at rest is used up by then, and there is still something to write.
   */
  double perMinute() {
    if (entries.isEmpty()) {
      return 0;
    }
    Instant begin = entries.getFirst().at().plus(RateLimit.WINDOW);
    Instant end = lastCreation();
    List<Instant> steady =
        entries.stream()
            .map(Entry::at)
            .filter(at -> !at.isBefore(begin) && !at.isAfter(end))
            .toList();
    return steady.size() < 2
        ? 0
        : (steady.size() - 1)
            * 60_000.0
            / Duration.between(steady.getFirst(), steady.getLast()).toMillis();
  }

  private List<Entry> creations() {
    return entries.stream()
        .filter(entry -> entry.method().equals("POST") && entry.answered().equals("201"))
        .toList();
  }

  private static String name(String body) {
    try {
      return JSON.readTree(body).path("Customer").path("Name").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a customer", e);
    }
  }
}
