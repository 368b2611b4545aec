package io.fortnoxconnector.connector.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.translation.Unified;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a read came to. */
public sealed interface ReadOutcome {

  /**
   * One entity.
   *
   * @param raw Fortnox's document as it came
   * @param left how many more requests the company's budget has for these five seconds
   */
  record One(Unified entity, JsonNode raw, int left) implements ReadOutcome {}

  /**
   * A part of a list.
   *
   * @param total entities in all pages
   * @param next where the rest of the list begins; null at its end
   */
  record Listed(
      List<Unified> entities,
      long total,
      long totalPages,
      long currentPage,
      @Nullable Cursor next,
      JsonNode raw,
      int left)
      implements ReadOutcome {}

  record Failed(Problem problem) implements ReadOutcome {}
}
