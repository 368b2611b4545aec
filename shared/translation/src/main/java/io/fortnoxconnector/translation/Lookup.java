package io.fortnoxconnector.translation;

import java.util.Map;

/**
 * A way to find an entity again whose number isn't known. Fortnox matches parts of the value and
 * ignores case, so that what comes back has to be compared.
 *
 * @param fortnoxField the entity's field whose value tells it from others
 * @param query the list's parameters, each with the field whose value it searches for
 * @param identifying whether one that was there before is hardly another; a mere name isn't
 */
public record Lookup(String fortnoxField, Map<String, String> query, boolean identifying) {}
