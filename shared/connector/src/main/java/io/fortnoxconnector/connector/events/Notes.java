package io.fortnoxconnector.connector.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a look, in this order where it's too much for one step: a part of it may
 * be missing after a crash, and then that part is seen anew.
 *
 * @param page the ids of a page of a sweep; null where there's none
 * @param watch how far the look is when the rest has been written; null where it isn't farther
 */
public record Notes(List<Sighting> sightings, @Nullable ListedPage page, @Nullable Watch watch) {

  public Notes {
    sightings = List.copyOf(sightings);
  }

  /**
   * An entity as it is now, and what is to be told of it; both are written or neither.
   *
   * @param event null where there's nothing to tell
   */
  public record Sighting(String resource, String id, Seen seen, @Nullable Event event) {}

  /** The ids of one page of the sweep that began then. */
  public record ListedPage(String resource, Instant sweep, int number, Set<String> ids) {
    public ListedPage {
      ids = Set.copyOf(ids);
    }
  }
}
