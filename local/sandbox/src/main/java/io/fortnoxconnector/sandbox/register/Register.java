package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One register's table: where it is, what its records hold, how its list is searched. */
public final class Register {

  final String path;
  final String single;
  final String plural;
  final List<Field> fields;
  final Map<String, List<String>> searches = new LinkedHashMap<>();
  final Map<String, String> exactSearches = new LinkedHashMap<>();
  final Map<String, Span> dateSearches = new LinkedHashMap<>();
  final Map<String, Predicate<ObjectNode>> filters = new LinkedHashMap<>();
  final Map<String, String> sorts = new LinkedHashMap<>();
  final List<Consumer<ObjectNode>> derivations = new ArrayList<>();
  String key = "Code";
  boolean series;
  boolean yearly;
  boolean knowsLastModified;
  boolean emptyInLists;
  boolean withUrl = true;
  Set<String> methods = Set.of("GET", "POST", "PUT", "DELETE");
  String scope = "settings";
  String permission = "inställningar";
  String location;
  @Nullable String listWrapper;
  Refusal notFound = Refusal.noSuchRoute();
  String taken = "Koden %s används redan.";

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
    page.key = "";
    page.withUrl = false;
    return page;
  }

  public String path() {
    return path;
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
    return fields.stream().anyMatch(field -> field.name.equals(key) && field.kind == Kind.INTEGER);
  }

  Register scope(String name, String inSwedish) {
    scope = name;
    permission = inSwedish;
    return this;
  }

  Register key(String field) {
    key = field;
    return this;
  }

  /** Left out, the key is the next number of the register's series; a used one stays reserved. */
  Register numbered(String field) {
    series = true;
    return key(field);
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

  Register knowsLastModified() {
    knowsLastModified = true;
    return this;
  }

  /** What isn't set reads as {@code ""} in lists, whatever the single record shows. */
  Register emptyInLists() {
    emptyInLists = true;
    return this;
  }

  /**
   * Each financial year has records of its own. {@code financialyear} or {@code financialyeardate}
   * says which; without them it's the current one.
   */
  Register yearly() {
    yearly = true;
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
    searches.put(parameter, List.of(inFields));
    return this;
  }

  Register exactSearch(String parameter, String field) {
    exactSearches.put(parameter, field);
    return this;
  }

  /** Finds what lasts from one date to another, both included, by a day of it. */
  Register dateSearch(String parameter, String fromField, String toField) {
    dateSearches.put(parameter, new Span(fromField, toField));
    return this;
  }

  /** Two dates of a record. */
  record Span(String from, String to) {}

  Register filter(String value, Predicate<ObjectNode> passes) {
    filters.put(value, passes);
    return this;
  }

  Register sort(String value, String field) {
    sorts.put(value, field);
    return this;
  }

  /** Runs after every change, to fill what follows from other fields. */
  Register derive(Consumer<ObjectNode> derivation) {
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
