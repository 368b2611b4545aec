package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One register's table: where it is, what its records hold, how its list is searched. */
public final class Register {

  final String path;
  final String single;
  final String plural;
  final List<Field> fields;
  final List<Search> searches = new ArrayList<>();
  final Map<String, BiPredicate<ObjectNode, LocalDate>> filters = new LinkedHashMap<>();
  final Map<String, String> links = new LinkedHashMap<>();
  final Map<String, Action> actions = new LinkedHashMap<>();
  final Map<String, String> sorts = new LinkedHashMap<>();
  final List<BiConsumer<ObjectNode, Books>> derivations = new ArrayList<>();
  final List<BiConsumer<ObjectNode, Books>> consequences = new ArrayList<>();
  final List<BiConsumer<ObjectNode, Books>> farewells = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  Key key = Key.code("Code");
  boolean yearly;
  @Nullable String yearField;
  boolean knowsLastModified;
  boolean emptyInLists;
  boolean withUrl = true;
  Predicate<ObjectNode> locked = record -> false;
  Defaults defaults = (input, record, books) -> {};
  Set<String> methods = Set.of("GET", "POST", "PUT", "DELETE");
  String scope = "settings";
  String permission = "inställningar";
  String location;
  @Nullable String listWrapper;
  Refusal notFound = Refusal.noSuchRoute();
  int takenCode = 2000637;
  String taken = "Koden %s används redan.";

  /** Fills a new record from other records, for a client's input. */
  @FunctionalInterface
  interface Defaults {
    void fill(ObjectNode input, ObjectNode record, Books books);
  }

  private Register(String path, String single, String plural, List<Field> fields) {
    this.path = path;
    this.single = single;
    this.plural = plural;
    this.fields = List.copyOf(fields);
    this.location = path;
  }

  static Register register(String path, String single, String plural, Field... fields) {
    return new Register(path, single, plural, List.of(fields));
  }

  /** A single record per company, such as {@code companyinformation}; only to be read. */
  static Register page(String path, String single, Field... fields) {
    var page = new Register(path, single, "", List.of(fields));
    page.methods = Set.of("GET");
    page.key = Key.code("");
    page.withUrl = false;
    return page;
  }

  public String path() {
    return path;
  }

  /** Whether that is a key, or none: the list; or a key and the name of something to be done. */
  public boolean isOne(List<String> segments) {
    return segments.isEmpty() || key.isIn(segments) || isAction(segments);
  }

  /** Whether that is a key and the name of something to be done. */
  public boolean isAction(List<String> segments) {
    return key.above().isEmpty() && segments.size() == 2 && actions.containsKey(segments.get(1));
  }

  public String scope() {
    return scope;
  }

  /** What Fortnox calls the register where it refuses a user without permission. */
  public String permission() {
    return permission;
  }

  boolean isPage() {
    return plural.isEmpty();
  }

  boolean hasIntegerKey() {
    return fields.stream()
        .anyMatch(field -> field.name.equals(key.field()) && field.kind == Kind.INTEGER);
  }

  Register scope(String name, String inSwedish) {
    scope = name;
    permission = inSwedish;
    return this;
  }

  Register key(String field) {
    key = Key.code(field);
    return this;
  }

  /** Left out, the key is the next number of the register's series; a used one stays reserved. */
  Register numbered(String field) {
    key = Key.number(field);
    return this;
  }

  Register notFound(int code, String message) {
    notFound = Refusal.notFound(code, message);
    return this;
  }

  /**
   * @param message with {@code %s} for the number
   */
  Register taken(String message) {
    taken = message;
    return this;
  }

  Register taken(int code, String message) {
    takenCode = code;
    return taken(message);
  }

  Register knowsLastModified() {
    knowsLastModified = true;
    return this;
  }

  /** What isn't set reads as {@code ""} in lists, whatever the single record shows. */
  Register emptyInLists() {
    emptyInLists = true;
    return this;
  }

  /** Each value of another field has a series of its own, and stands before the number in paths. */
  Register numberedWithin(String other, String field) {
    key = Key.number(field, other);
    return this;
  }

  /** Several fields are the key; without the last one, the first record that has the others. */
  Register keys(String last, String... others) {
    key = new Key(last, List.of(others), false, true);
    return this;
  }

  /** What a new record must fulfil as a whole. */
  Register rule(Rule demand) {
    rules.add(demand);
    return this;
  }

  /** Runs once a record is gone. */
  Register afterDelete(BiConsumer<ObjectNode, Books> work) {
    farewells.add(work);
    return this;
  }

  /** Runs once a new record, or a changed one, is in its place. */
  Register thereafter(BiConsumer<ObjectNode, Books> work) {
    consequences.add(work);
    return this;
  }

  /** A demand on a whole record. */
  @FunctionalInterface
  interface Rule {
    Optional<Refusal> refusal(ObjectNode record, Books books);
  }

  /**
   * Each financial year has records of its own. {@code financialyear} or {@code financialyeardate}
   * says which; without them it's the current one.
   */
  Register yearly() {
    yearly = true;
    return this;
  }

  /** {@code financialyear} of a creation's address, else the current one, stands in this field. */
  Register asksForYear(String field) {
    yearField = field;
    return this;
  }

  /** Its records carry no {@code @url}. */
  Register withoutUrl() {
    withUrl = false;
    return this;
  }

  /** What a 201 says in its {@code Location}: a bare name, not an address. */
  Register location(String name) {
    location = name;
    return this;
  }

  Register without(String method) {
    methods = Set.copyOf(methods.stream().filter(other -> !other.equals(method)).toList());
    return this;
  }

  /** The list stands one level deeper. */
  Register listWrappedIn(String name) {
    listWrapper = name;
    return this;
  }

  /** Finds what contains the value, in any of the fields, whatever the case. */
  Register search(String parameter, String... inFields) {
    searches.add(Search.containing(parameter, inFields));
    return this;
  }

  Register exactSearch(String parameter, String field) {
    searches.add(Search.equal(parameter, field));
    return this;
  }

  /** Finds what lasts from one date to another, both included, by a day of it. */
  Register dateSearch(String parameter, String fromField, String toField) {
    searches.add(Search.lasting(parameter, fromField, toField));
    return this;
  }

  Register filter(String value, Predicate<ObjectNode> passes) {
    return filterByDay(value, (record, today) -> passes.test(record));
  }

  Register filterByDay(String value, BiPredicate<ObjectNode, LocalDate> passes) {
    filters.put(value, passes);
    return this;
  }

  /** Finds what has that value or a later one. */
  Register from(String parameter, String field) {
    searches.add(Search.from(parameter, field));
    return this;
  }

  /** Finds what has that value or an earlier one. */
  Register until(String parameter, String field) {
    searches.add(Search.until(parameter, field));
    return this;
  }

  /**
   * A field that holds an address.
   *
   * @param address below {@code /3/}, with {@code %s} for the key
   */
  Register link(String field, String address) {
    links.put(field, address);
    return this;
  }

  Register action(String name, Action action) {
    actions.put(name, action);
    return this;
  }

  /** Such a record takes no change. */
  Register lockedWhen(Predicate<ObjectNode> state) {
    locked = state;
    return this;
  }

  /** What a new record has before what was sent comes in. */
  Register onCreate(Defaults values) {
    defaults = values;
    return this;
  }

  Register sort(String value, String field) {
    sorts.put(value, field);
    return this;
  }

  /** Runs after every change, to fill what follows from other fields. */
  Register derive(Consumer<ObjectNode> derivation) {
    return derive((values, books) -> derivation.accept(values));
  }

  /** The same, where it follows from other records. */
  Register derive(BiConsumer<ObjectNode, Books> derivation) {
    derivations.add(derivation);
    return this;
  }

  /** The country's Swedish name follows from its code. */
  Register countryName(String codeField, String nameField) {
    return derive(
        values -> {
          if (values.path(codeField).asText().isEmpty()) {
            values.remove(nameField);
          } else {
            values.put(nameField, Countries.swedishName(values.path(codeField).asText()));
          }
        });
  }
}
