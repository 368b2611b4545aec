package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Set;

/** All that is known about a resource. */
record ResourceTable(
    String name,
    String path,
    String singleKey,
    String listKey,
    String scope,
    String numberField,
    Set<Operation> operations,
    Members members,
    ListRow listRow,
    Filters filters,
    List<Rows> rows,
    List<Lookup> lookups,
    List<Rule> rules) {}
