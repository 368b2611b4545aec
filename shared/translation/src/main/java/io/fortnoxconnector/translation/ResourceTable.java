package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a resource.
 *
 * @param key null for what a company has one of
 * @param sentInQuery fields that Fortnox wants in the address of a request and not in its document,
 *     each with its parameter
 * @param refusedOperations what a caller may well expect, and why Fortnox can't do it
 * @param furtherScopes what it takes beside the scope to do all that the resource can be asked for
 * @param filtersOfOne filters that also say which entity of an id is meant
 */
record ResourceTable(
    String name,
    String path,
    String singleKey,
    String listKey,
    String scope,
    @Nullable EntityKey key,
    Map<String, String> sentInQuery,
    Set<Operation> operations,
    Map<Operation, String> refusedOperations,
    Members members,
    ListRow listRow,
    Filters filters,
    Set<String> filtersOfOne,
    List<Rows> rows,
    List<Lookup> lookups,
    List<Rule> rules,
    List<Action> actions,
    @Nullable Lines lines,
    @Nullable String pdf,
    @Nullable PartOfResource part,
    @Nullable Making making,
    @Nullable OtherPlace otherPlace,
    Set<String> furtherScopes) {}
