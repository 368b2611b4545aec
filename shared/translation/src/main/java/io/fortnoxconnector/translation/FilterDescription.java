package io.fortnoxconnector.translation;

import java.util.List;

/**
 * A filter of a resource's list.
 *
 * @param name the query parameter of the unified API
 * @param values the values it can have; empty for any
 * @param note how it matches
 */
public record FilterDescription(String name, List<String> values, String note) {}
