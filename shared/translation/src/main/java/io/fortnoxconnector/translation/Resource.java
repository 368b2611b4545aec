package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One row of the table: a Fortnox resource and how the unified model shows it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Resource {
  private final String name;
  private final String singleKey;
  private final String listKey;
  private final String scope;
  private final Set<Operation> operations;

  Resource(
      String name, String singleKey, String listKey, String scope, Set<Operation> operations) {
    this.name = name;
    this.singleKey = singleKey;
    this.listKey = listKey;
    this.scope = scope;
    this.operations = operations;
  }

  /** The resource's name, which is also the last part of its unified path. */
  public String name() {
    return name;
  }

  /** Fortnox's path of the list, such as {@code /3/customers}. */
  public String collectionPath() {
    return "/3/" + name;
  }

  /** Fortnox's path of one entity, not encoded. */
  public String itemPath(String id) {
    return collectionPath() + "/" + id;
  }

  /** The key that wraps one entity, such as {@code Customer}. */
  public String singleKey() {
    return singleKey;
  }

  /** The key that wraps a list, such as {@code Customers}. */
  public String listKey() {
    return listKey;
  }

  /** The Fortnox scope that a connection needs for this resource. */
  public String scope() {
    return scope;
  }

  /** Whether the resource can be asked for that. */
  public boolean allows(Operation operation) {
    return operations.contains(operation);
  }

  /** What the resource can be asked for. */
  public Set<Operation> operations() {
    return operations;
  }

  /** The number that Fortnox knows an entity by. */
  public String idOf(JsonNode fortnoxEntity) {
    throw new UnsupportedOperationException();
  }

  /** The number that an entity to be created asks for, if it does. */
  public Optional<String> chosenNumber(ObjectNode entity) {
    throw new UnsupportedOperationException();
  }

  /** A unified body in Fortnox's terms, or all that is wrong with it. */
  public Translated toFortnox(ObjectNode unified, WriteMode mode) {
    throw new UnsupportedOperationException();
  }

  /** A single Fortnox entity in the unified model; fields kept in dependent rows are null. */
  public Unified fromFortnox(ObjectNode entity) {
    return fromFortnox(entity, Map.of());
  }

  /** A single Fortnox entity with its dependent rows, by the unified field's name. */
  public Unified fromFortnox(ObjectNode entity, Map<String, List<ObjectNode>> rows) {
    throw new UnsupportedOperationException();
  }

  /** A row of a Fortnox list, which carries fewer fields than the entity does. */
  public Unified fromListRow(ObjectNode row) {
    throw new UnsupportedOperationException();
  }

  /** Unified filters as Fortnox's query parameters. */
  public FilterTranslation filters(Map<String, String> parameters) {
    throw new UnsupportedOperationException();
  }

  /** Resources of Fortnox's whose rows show as fields of this one. */
  public List<Rows> rows() {
    throw new UnsupportedOperationException();
  }

  /** How an entity can be found again when nobody knows its number, the surest way first. */
  public List<Lookup> lookups() {
    throw new UnsupportedOperationException();
  }

  /** Whether a list can be asked for what changed since a time. */
  public boolean supportsLastModified() {
    throw new UnsupportedOperationException();
  }

  /** Whether a Fortnox entity holds every field that was sent, however Fortnox writes it. */
  public boolean holds(ObjectNode entity, ObjectNode sent) {
    throw new UnsupportedOperationException();
  }

  /** What the resource can do, as JSON for users of the API. */
  public ObjectNode capabilities() {
    throw new UnsupportedOperationException();
  }

  /** The resource's fields, in the order in which they show. */
  public List<FieldDescription> fields() {
    throw new UnsupportedOperationException();
  }
}
