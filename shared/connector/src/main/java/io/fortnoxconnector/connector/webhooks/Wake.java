package io.fortnoxconnector.connector.webhooks;

import java.util.Optional;

/**
 * A message that wakes a lane.
 *
 * @param replay the number of the one event that is to be sent again; 0 for all that are new
 */
public record Wake(LaneKey lane, long replay) {

  public static Wake of(LaneKey lane) {
    return new Wake(lane, 0);
  }

  /** As one text. */
  public String text() {
    return lane.text() + " " + replay;
  }

  /** Reads that text; empty for any other. */
  public static Optional<Wake> of(String text) {
    int end = text.lastIndexOf(' ');
    return end < 0 || !text.substring(end + 1).matches("[0-9]{1,18}")
        ? Optional.empty()
        : LaneKey.of(text.substring(0, end))
            .map(lane -> new Wake(lane, Long.parseLong(text.substring(end + 1))));
  }
}
