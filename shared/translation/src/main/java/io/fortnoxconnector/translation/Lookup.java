package io.fortnoxconnector.translation;

/**
 * A way to find an entity again whose number isn't known. Fortnox matches parts of the value and
 * ignores case, so that what comes back has to be compared.
 *
 * @param fortnoxField the entity's field that holds the value
 * @param queryParameter the list's parameter that searches for it
 */
public record Lookup(String fortnoxField, String queryParameter) {}
