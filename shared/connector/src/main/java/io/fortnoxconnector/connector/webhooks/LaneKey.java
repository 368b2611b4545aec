package io.fortnoxconnector.connector.webhooks;

import java.util.Optional;

/** One connection's events on their way to one webhook. */
public record LaneKey(String tenant, String webhook, String connection) {

  /** As one text: none of the ids has a blank. */
  public String text() {
    return tenant + " " + webhook + " " + connection;
  }

  /** Reads that text; empty for any other. */
  public static Optional<LaneKey> of(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 3
        ? Optional.of(new LaneKey(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
