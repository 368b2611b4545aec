package io.fortnoxconnector.translation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a resource's list.
 *
 * @param name the query parameter of the unified API
 * @param format what a value must look like, as in {@link FieldDescription}; null for any text
 * @param values the values it can have; empty for any
 * @param note how it matches
 */
public record FilterDescription(
    String name, @Nullable String format, List<String> values, String note) {

  /** A filter by any text, or by some words. */
  FilterDescription(String name, List<String> values, String note) {
    this(name, null, values, note);
  }
}
