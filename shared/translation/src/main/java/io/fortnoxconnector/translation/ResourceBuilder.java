package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets a table be written down so that it reads like Fortnox's documentation. */
final class ResourceBuilder {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final String path;
  private String singleKey = "";
  private String listKey = "";
  private String scope = "";
  private @Nullable EntityKey key;
  private final Map<String, String> sentInQuery = new LinkedHashMap<>();
  private final Map<Operation, String> refusedOperations = new EnumMap<>(Operation.class);
  private final Set<String> filtersOfOne = new LinkedHashSet<>();
  private final Set<Operation> operations = EnumSet.noneOf(Operation.class);
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> listFields = new LinkedHashSet<>();
  private final Map<String, String> listNames = new LinkedHashMap<>();
  private final List<Filter> filters = new ArrayList<>();
  private final Map<String, String> refusedFilters = new LinkedHashMap<>();
  private final List<Rows> rows = new ArrayList<>();
  private final List<Lookup> lookups = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private @Nullable Lines lines;
  private @Nullable String pdf;
  private @Nullable PartOfResource part;
  private @Nullable Making making;
  private @Nullable OtherPlace otherPlace;
  private final Set<String> furtherScopes = new LinkedHashSet<>();

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

  /** Scopes that some of what the resource can be asked for takes beside its own. */
  ResourceBuilder alsoNeeds(String... scopes) {
    Collections.addAll(furtherScopes, scopes);
    return this;
  }

  /** A second collection that has such entities. */
  ResourceBuilder alsoIn(OtherPlace place) {
    otherPlace = place;
    return this;
  }

  /** Without it, the resource is one that a company has one of. */
  ResourceBuilder numberedBy(String fortnoxField) {
    key = EntityKey.of(fortnoxField);
    return this;
  }

  /** Several fields together are the key. */
  ResourceBuilder numberedBy(EntityKey fields) {
    key = fields;
    return this;
  }

  /** A field that Fortnox wants in the address of a request and not in its document. */
  ResourceBuilder sentInQuery(String fortnoxField, String queryParameter) {
    sentInQuery.put(fortnoxField, queryParameter);
    return this;
  }

  /** What a caller may well expect, and why Fortnox can't do it, in one sentence. */
  ResourceBuilder refuses(Operation operation, String why) {
    refusedOperations.put(operation, why);
    return this;
  }

  ResourceBuilder allows(Operation... allowed) {
    Collections.addAll(operations, allowed);
    return this;
  }

  ResourceBuilder field(String field, Column column) {
    return part(member(field, column));
  }

  /** Fields that several resources have in common. */
  ResourceBuilder parts(Part... ofSeveral) {
    Collections.addAll(parts, ofSeveral);
    return this;
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

  /** Objects that the entity holds in a list, and that are only ever replaced together. */
  ResourceBuilder rows(String field, String fortnoxList, String note, Part... members) {
    return part(new RowsPart(field, fortnoxList, null, OwnRows.NONE, Members.of(members), note));
  }

  /**
   * The lines of a document, each of which can be changed by itself.
   *
   * @param idField the unified field of a line's id
   * @param rowId Fortnox's field, by which an update names a row
   */
  ResourceBuilder lines(
      String field,
      String idField,
      String fortnoxList,
      String rowId,
      String note,
      Part... members) {
    var ids = new LineIds(idField, rowId);
    return lines(
        new RowsPart(field, fortnoxList, ids, OwnRows.NONE, Members.of(members), note), ids);
  }

  /**
   * The lines of a document whose rows have no ids at Fortnox.
   *
   * @param own rows among them that Fortnox makes by itself
   */
  ResourceBuilder lines(
      String field, String idField, String fortnoxList, OwnRows own, String note, Part... members) {
    var ids = new LineIds(idField, null);
    return lines(new RowsPart(field, fortnoxList, ids, own, Members.of(members), note), ids);
  }

  private ResourceBuilder lines(RowsPart rows, LineIds ids) {
    lines = new Lines(rows, ids);
    allows(Operation.ADD_LINE, Operation.REPLACE_LINE, Operation.PATCH_LINE, Operation.REMOVE_LINE);
    return part(rows);
  }

  /** Rows that only show. */
  ResourceBuilder shownRows(String field, String fortnoxList, String note, Part... members) {
    return part(
        new ShownRowsPart(
            new RowsPart(field, fortnoxList, null, OwnRows.NONE, Members.of(members), note)));
  }

  /** What an entity can be told to do. */
  ResourceBuilder action(Action action) {
    actions.add(action);
    return allows(Operation.ACT);
  }

  /**
   * The resource is a part of Fortnox's: those entities that have this value.
   *
   * @param queryParameter the list's, which asks for them
   */
  ResourceBuilder only(String fortnoxField, String value, String queryParameter) {
    part = new PartOfResource(FortnoxPath.of(fortnoxField), value, queryParameter);
    return this;
  }

  /**
   * A create is an action of another entity, which takes nothing but that entity's number.
   *
   * @param note why a body can't have more, in one sentence
   */
  ResourceBuilder madeBy(Resource source, String action, String reference, String note) {
    making = new Making(source, source.action(action).orElseThrow(), reference);
    return rule(draft -> draft.refuseOnCreateAllBut(reference, note));
  }

  /** A part of Fortnox's resource that its lists can't be asked for, but whose field they carry. */
  ResourceBuilder only(String fortnoxField, String value) {
    part = new PartOfResource(FortnoxPath.of(fortnoxField), value, null);
    return this;
  }

  /** Fortnox shows an entity as a PDF, which changes nothing. */
  ResourceBuilder shownAsPdfBy(String fortnoxName) {
    pdf = fortnoxName;
    return this;
  }

  /** A word that follows from several of Fortnox's fields. */
  ResourceBuilder derived(
      String field, List<String> values, Function<ObjectNode, String> word, String note) {
    return derived(field, values, List.of(), word, note);
  }

  /**
   * The same, where lists don't carry all that it follows from.
   *
   * @param from Fortnox's fields without which there's no telling
   */
  ResourceBuilder derived(
      String field,
      List<String> values,
      List<String> from,
      Function<ObjectNode, String> word,
      String note) {
    return part(
        new DerivedPart(
            field, "string", values, from, entity -> TextNode.valueOf(word.apply(entity)), note));
  }

  /**
   * An amount that follows from several of Fortnox's fields.
   *
   * @param from Fortnox's fields without which there's no telling
   */
  ResourceBuilder derivedAmount(
      String field, List<String> from, Function<ObjectNode, JsonNode> amount, String note) {
    return part(new DerivedPart(field, "number", List.of(), from, amount, note));
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

  ResourceBuilder always(String field, boolean value, String note) {
    return part(new ConstantPart(field, BooleanNode.valueOf(value), List.of(), note));
  }

  /** What is in a file. */
  ResourceBuilder content(String field, int mostBytes) {
    return part(new ContentPart(field, mostBytes));
  }

  /** What a file is connected with. */
  ResourceBuilder attachedTo(String field) {
    return part(new AttachedToPart(field));
  }

  /**
   * Files that come with an entity.
   *
   * @param documentType what they are
   */
  ResourceBuilder encloses(String documentType) {
    return part(new EnclosedFilesPart(Files.ENCLOSED, Files.folderOf(documentType)));
  }

  ResourceBuilder hasNoPlaceFor(String field, String type, String note) {
    JsonNode empty = type.equals("array") ? JSON.arrayNode() : JSON.nullNode();
    return part(new NoPlacePart(field, type, empty, note));
  }

  /** A field of a kind of its own. */
  ResourceBuilder part(Part part) {
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

  /** A search that finds the value alone. */
  ResourceBuilder equal(String filter, String queryParameter) {
    filters.add(new EqualFilter(filter, queryParameter));
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

  /** A date that Fortnox compares. */
  ResourceBuilder dateFilter(String filter, String queryParameter, String note) {
    filters.add(new DateFilter(filter, queryParameter, note));
    return this;
  }

  /** A whole number that Fortnox compares. */
  ResourceBuilder numberFilter(String filter, String queryParameter, String note) {
    filters.add(new NumberFilter(filter, queryParameter, note));
    return this;
  }

  /** Filters that also say which entity of an id is meant. */
  ResourceBuilder filtersOfOne(String... ofThose) {
    Collections.addAll(filtersOfOne, ofThose);
    return this;
  }

  ResourceBuilder cannotFilterBy(String filter, String why) {
    refusedFilters.put(filter, why);
    return this;
  }

  ResourceBuilder foundAgainBy(String fortnoxField, String queryParameter) {
    lookups.add(new Lookup(fortnoxField, Map.of(queryParameter, fortnoxField), true));
    return this;
  }

  /**
   * By a field that the list has and can't be searched by.
   *
   * @param query what narrows the list: parameters, each with the field that has its value
   */
  ResourceBuilder foundAgainBy(String fortnoxField, Map<String, String> query) {
    lookups.add(new Lookup(fortnoxField, query, true));
    return this;
  }

  /** By what another entity may well have too. */
  ResourceBuilder foundAgainByMere(String fortnoxField, String queryParameter) {
    lookups.add(new Lookup(fortnoxField, Map.of(queryParameter, fortnoxField), false));
    return this;
  }

  ResourceBuilder rule(Rule rule) {
    rules.add(rule);
    return this;
  }

  Resource build() {
    var collection =
        new FortnoxCollection(
            path, singleKey, listKey, scope, key, Map.copyOf(sentInQuery), otherPlace);
    var fields =
        new FieldTable(
            new Members(List.copyOf(parts)),
            List.copyOf(rules),
            List.copyOf(rows),
            new ListRow(listFields, listNames));
    return new Resource(
        new ResourceTable(
            name,
            collection,
            part,
            Set.copyOf(furtherScopes),
            fields,
            new Filters(List.copyOf(filters), refusedFilters, Set.copyOf(filtersOfOne)),
            List.copyOf(lookups),
            Collections.unmodifiableSet(operations),
            Map.copyOf(refusedOperations),
            List.copyOf(actions),
            lines,
            pdf,
            making));
  }
}
