package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A row of the table: a Fortnox resource and how the unified model shows it. */
public final class Resource {

  /** The filter that asks for what changed since a time. */
  public static final String LAST_MODIFIED = LastModifiedFilter.NAME;

  private final ResourceTable table;

  Resource(ResourceTable table) {
    this.table = table;
  }

  /** The resource's name, which is also the last part of its unified path. */
  public String name() {
    return table.name();
  }

  /** Fortnox's path of the list, such as {@code /3/customers}. */
  public String collectionPath() {
    return table.collection().path();
  }

  /** Whether a company has one of it, which has no id and no list. */
  public boolean isSingleton() {
    return table.collection().key() == null;
  }

  /** Where the entity of that id is at Fortnox; empty where none can have it. */
  public Optional<EntityAddress> address(String id) {
    return table.collection().address(id);
  }

  /** What is sent of an entity: all but what Fortnox wants in the address. */
  public ObjectNode document(ObjectNode entity) {
    return table.collection().document(entity);
  }

  /** What of an entity stands in the address of a request about it, by Fortnox's parameters. */
  public Map<String, String> query(ObjectNode entity) {
    return table.collection().query(entity);
  }

  /** The key that wraps one entity, such as {@code Customer}. */
  public String singleKey() {
    return table.collection().singleKey();
  }

  /** The entity in an answer about one; empty where the answer holds none. */
  public ObjectNode entityIn(JsonNode answer) {
    return table.collection().entityIn(answer);
  }

  /** The key that wraps a list, such as {@code Customers}. */
  public String listKey() {
    return table.collection().listKey();
  }

  /** The Fortnox scope that a connection needs for this resource. */
  public String scope() {
    return table.collection().scope();
  }

  /** The scope for what is at this path of Fortnox's. */
  public String scopeAt(String path) {
    return table.collection().scopeAt(path);
  }

  /** All scopes without which something of the resource can't be done. */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(table.furtherScopes());
    scopes.add(scope());
    return scopes;
  }

  /** Whether the resource can be asked for that. */
  public boolean allows(Operation operation) {
    return operations().contains(operation);
  }

  /** What the resource can be asked for. */
  public Set<Operation> operations() {
    return table.operations();
  }

  /** Why it can't be asked for something that a caller may well expect. */
  public Optional<String> refusal(Operation operation) {
    return Optional.ofNullable(table.refusedOperations().get(operation));
  }

  /** The id that an entity has here: the number that Fortnox knows it by. */
  public String idOf(JsonNode fortnoxEntity) {
    return table.collection().idOf(fortnoxEntity);
  }

  /** The number that an entity to be created asks for, if it does. */
  public Optional<String> chosenNumber(ObjectNode entity) {
    return table.collection().chosenNumber(entity);
  }

  /** Whether an entity to be created can ask for a number. */
  public boolean takesNumbers() {
    return !numberFields().isEmpty();
  }

  /** A unified body without the number that only an entity to be created can ask for. */
  public ObjectNode withoutNumber(ObjectNode unified) {
    return unified.deepCopy().remove(numberFields());
  }

  private List<String> numberFields() {
    EntityKey key = table.collection().key();
    return key == null
        ? List.of()
        : fields().stream()
            .filter(field -> field.createOnly())
            .filter(field -> key.fields().toList().equals(field.fortnoxFields()))
            .map(FieldDescription::name)
            .toList();
  }

  /**
   * An id, with what else an entity that was sent says of which one is meant: the same account
   * number may be created once a year.
   */
  public String idWithin(String id, ObjectNode sent) {
    return table.collection().idWithin(id, sent);
  }

  /** An entity that has its key and nothing else: enough to go through the whole table. */
  public ObjectNode bareEntity() {
    return table.collection().bareEntity();
  }

  /** A unified body in Fortnox's terms, or all that is wrong with it. */
  public Translated toFortnox(ObjectNode unified, WriteMode mode) {
    return table.fields().toFortnox(unified, mode);
  }

  /** A single Fortnox entity in the unified model; fields kept in dependent rows are null. */
  public Unified fromFortnox(ObjectNode entity) {
    return fromFortnox(entity, Map.of());
  }

  /** A single Fortnox entity with its dependent rows, by the unified field's name. */
  public Unified fromFortnox(ObjectNode entity, Map<String, List<ObjectNode>> rows) {
    return table.fields().fromFortnox(entity, rows);
  }

  /** A row of a Fortnox list, which mostly carries fewer fields than the entity does. */
  public Unified fromListRow(ObjectNode row) {
    return table.fields().fromListRow(row);
  }

  /** Unified filters as Fortnox's query parameters. */
  public FilterTranslation filters(Map<String, String> parameters) {
    FilterTranslation filters = table.filters().translate(parameters);
    return table.part() == null ? filters : table.part().narrowed(filters);
  }

  /** Whether an entity at the resource's address is one of it: an invoice may be no credit note. */
  public boolean includes(ObjectNode entity) {
    return table.part() == null || table.part().has(entity);
  }

  /** Whether others that aren't of it have ids at the resource's address. */
  public boolean isPart() {
    return table.part() != null;
  }

  /** The action of another entity that makes one, where nothing else does. */
  public Optional<Making> making() {
    return Optional.ofNullable(table.making());
  }

  /** Whether only its lists' rows tell which of them it's about: Fortnox can't be asked. */
  public boolean isSifted() {
    return table.part() != null && table.part().queryParameter() == null;
  }

  /**
   * The filters that also say which entity of an id is meant, such as an account's financial year.
   * Others are left out.
   */
  public FilterTranslation filtersOfOne(Map<String, String> parameters) {
    return table.filters().translateOfOne(parameters);
  }

  /** The names of the filters that also say which entity of an id is meant. */
  public Set<String> filtersOfOne() {
    return table.filters().ofOne();
  }

  /** The filters of the resource's list. */
  public List<FilterDescription> filterDescriptions() {
    return table.filters().described();
  }

  /** The lines of a document, where they can be changed one by one. */
  public Optional<Lines> lines() {
    return Optional.ofNullable(table.lines());
  }

  /** The last part of Fortnox's path at which an entity is a PDF, where it can be one. */
  public Optional<String> pdf() {
    return Optional.ofNullable(table.pdf());
  }

  /** What an entity can be told to do. */
  public List<Action> actions() {
    return table.actions();
  }

  public Optional<Action> action(String name) {
    return table.actions().stream().filter(action -> action.name().equals(name)).findFirst();
  }

  /** Resources of Fortnox's whose rows show as fields of this one. */
  public List<Rows> rows() {
    return table.fields().rows();
  }

  /** How an entity can be found again when nobody knows its number, the surest way first. */
  public List<Lookup> lookups() {
    return table.lookups();
  }

  /** Whether a list can be asked for what changed since a time. */
  public boolean supportsLastModified() {
    return table.filters().named(LastModifiedFilter.NAME) != null;
  }

  /**
   * Whether a Fortnox entity holds every field that was sent. Numbers are compared by value, and
   * null, an empty text, API_BLANK and a missing field are the same.
   */
  public boolean holds(ObjectNode entity, ObjectNode sent) {
    return table.fields().holds(entity, sent);
  }

  /** What the resource can do, as JSON for users of the API. */
  public ObjectNode capabilities() {
    return Capabilities.of(this);
  }

  /** The resource's fields, in the order in which they show. */
  public List<FieldDescription> fields() {
    return table.fields().described();
  }
}
