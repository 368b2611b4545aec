package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a resource.
 *
 * @param furtherScopes what it takes beside the collection's scope to do all that the resource can
 *     be asked for
 * @param refusedOperations what a caller may well expect, and why Fortnox can't do it
 * @param part null where the resource has the whole collection
 */
record ResourceTable(
    String name,
    FortnoxCollection collection,
    @Nullable PartOfResource part,
    Set<String> furtherScopes,
    FieldTable fields,
    Filters filters,
    List<Lookup> lookups,
    Set<Operation> operations,
    Map<Operation, String> refusedOperations,
    List<Action> actions,
    @Nullable Lines lines,
    @Nullable String pdf,
    @Nullable Making making) {}
