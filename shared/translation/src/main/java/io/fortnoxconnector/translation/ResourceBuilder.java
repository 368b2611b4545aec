package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets a table be written down so that it reads like Fortnox's documentation. */
final class ResourceBuilder {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final String path;
  private String singleKey = "";
  private String listKey = "";
  private String scope = "";
  private String numberField = "";
  private final Set<Operation> operations = EnumSet.noneOf(Operation.class);
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> listFields = new LinkedHashSet<>();
  private final Map<String, String> listNames = new LinkedHashMap<>();
  private final List<Filter> filters = new ArrayList<>();
  private final Map<String, String> refusedFilters = new LinkedHashMap<>();
  private final List<Rows> rows = new ArrayList<>();
  private final List<Lookup> lookups = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  private ResourceBuilder(String name, String path) {
    this.name = name;
    this.path = path;
  }

  static ResourceBuilder resource(String name, String path) {
    return new ResourceBuilder(name, path);
  }

  static Part member(String name, Column column) {
    return new FieldPart(name, column);
  }

  static Part noMember(String name, String note) {
    return new NoPlacePart(name, "string", JSON.nullNode(), note);
  }

  static TypedListPart.Entry entry(String type, List<String> alsoTakes, Part... members) {
    return new TypedListPart.Entry(type, alsoTakes, Members.of(members));
  }

  ResourceBuilder wrappedIn(String single, String list) {
    singleKey = single;
    listKey = list;
    return this;
  }

  ResourceBuilder scope(String fortnoxScope) {
    scope = fortnoxScope;
    return this;
  }

  ResourceBuilder numberedBy(String fortnoxField) {
    numberField = fortnoxField;
    return this;
  }

  ResourceBuilder allows(Operation... allowed) {
    Collections.addAll(operations, allowed);
    return this;
  }

  ResourceBuilder field(String field, Column column) {
    return part(member(field, column));
  }

  /** An object; the note says what it's for. */
  ResourceBuilder object(String field, String note, Part... members) {
    return part(new ObjectPart(field, Members.of(members), false, note));
  }

  /** Another spelling for writing, of fields that show elsewhere. */
  ResourceBuilder alsoWrittenAs(String field, String note, Part... members) {
    return part(new ObjectPart(field, Members.of(members), true, note));
  }

  /**
   * A list whose entries have a type; the note says what becomes of types without a place in
   * Fortnox.
   */
  ResourceBuilder list(
      String field, List<String> types, String note, TypedListPart.Entry... entries) {
    return part(new TypedListPart(field, types, List.of(entries), note));
  }

  /** A list of which Fortnox keeps one entry. */
  ResourceBuilder listOfOne(String field, String note, Part... members) {
    return part(new SingleEntryListPart(field, Members.of(members), note));
  }

  /** Names that Fortnox keeps in rows of a resource of their own. */
  ResourceBuilder contactPersons(Rows dependent) {
    rows.add(dependent);
    return part(new ContactPersonsPart(dependent));
  }

  ResourceBuilder always(String field, String value, List<String> tolerated, String note) {
    List<JsonNode> texts = tolerated.stream().<JsonNode>map(TextNode::valueOf).toList();
    return part(new ConstantPart(field, TextNode.valueOf(value), texts, note));
  }

  ResourceBuilder hasNoPlaceFor(String field, String type, String note) {
    JsonNode empty = type.equals("array") ? JSON.arrayNode() : JSON.nullNode();
    return part(new NoPlacePart(field, type, empty, note));
  }

  private ResourceBuilder part(Part part) {
    parts.add(part);
    return this;
  }

  ResourceBuilder listRowsCarry(String... fortnoxFields) {
    Collections.addAll(listFields, fortnoxFields);
    return this;
  }

  ResourceBuilder listRowsCall(String fortnoxField, String nameInLists) {
    listFields.add(fortnoxField);
    listNames.put(nameInLists, fortnoxField);
    return this;
  }

  ResourceBuilder search(String filter, String queryParameter) {
    filters.add(new SearchFilter(filter, queryParameter));
    return this;
  }

  ResourceBuilder filter(String filter, String queryParameter, Word... choices) {
    filters.add(new ChoiceFilter(filter, queryParameter, List.of(choices)));
    return this;
  }

  ResourceBuilder lastModified() {
    filters.add(new LastModifiedFilter());
    return this;
  }

  ResourceBuilder cannotFilterBy(String filter, String why) {
    refusedFilters.put(filter, why);
    return this;
  }

  ResourceBuilder foundAgainBy(String fortnoxField, String queryParameter) {
    lookups.add(new Lookup(fortnoxField, queryParameter));
    return this;
  }

  ResourceBuilder rule(Rule rule) {
    rules.add(rule);
    return this;
  }

  Resource build() {
    return new Resource(
        new ResourceTable(
            name,
            path,
            singleKey,
            listKey,
            scope,
            numberField,
            Collections.unmodifiableSet(operations),
            new Members(List.copyOf(parts)),
            new ListRow(listFields, listNames),
            new Filters(List.copyOf(filters), refusedFilters),
            List.copyOf(rows),
            List.copyOf(lookups),
            List.copyOf(rules)));
  }
}
