package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of the table: a Fortnox resource and how the unified model shows it. */
public final class Resource {
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
    return table.path();
  }

  /** Fortnox's path of one entity, not encoded. */
  public String itemPath(String id) {
    return table.path() + "/" + id;
  }

  /** The key that wraps one entity, such as {@code Customer}. */
  public String singleKey() {
    return table.singleKey();
  }

  /** The key that wraps a list, such as {@code Customers}. */
  public String listKey() {
    return table.listKey();
  }

  /** The Fortnox scope that a connection needs for this resource. */
  public String scope() {
    return table.scope();
  }

  /** Whether the resource can be asked for that. */
  public boolean allows(Operation operation) {
    return operations().contains(operation);
  }

  /** What the resource can be asked for. */
  public Set<Operation> operations() {
    return table.operations();
  }

  /** The number that Fortnox knows an entity by. */
  public String idOf(JsonNode fortnoxEntity) {
    JsonNode number = fortnoxEntity.path(table.numberField());
    if (Fortnox.isNothing(number)) {
      throw new IllegalArgumentException(singleKey() + " without " + table.numberField());
    }
    return number.asText();
  }

  /** The number that an entity to be created asks for, if it does. */
  public Optional<String> chosenNumber(ObjectNode entity) {
    JsonNode number = entity.path(table.numberField());
    return Fortnox.isNothing(number) ? Optional.empty() : Optional.of(number.asText());
  }

  /** A unified body in Fortnox's terms, or all that is wrong with it. */
  public Translated toFortnox(ObjectNode unified, WriteMode mode) {
    Draft draft = new Draft(mode);
    table.members().refuseUnknown(unified, "", Set.of(), draft);
    table.members().write(unified, "", draft);
    table.rules().forEach(rule -> rule.check(draft));
    return draft.finished();
  }

  /** A single Fortnox entity in the unified model; fields kept in dependent rows are null. */
  public Unified fromFortnox(ObjectNode entity) {
    return fromFortnox(entity, Map.of());
  }

  /** A single Fortnox entity with its dependent rows, by the unified field's name. */
  public Unified fromFortnox(ObjectNode entity, Map<String, List<ObjectNode>> rows) {
    return unified(new Reading(entity, rows, false));
  }

  /** A row of a Fortnox list, which carries fewer fields than the entity does. */
  public Unified fromListRow(ObjectNode row) {
    Reading reading = new Reading(table.listRow().named(row), Map.of(), true);
    reading.warnings().add(Warnings.partialRow());
    return unified(reading);
  }

  private Unified unified(Reading reading) {
    ObjectNode data = reading.entity().objectNode();
    table.members().read(reading, "", data);
    return new Unified(data, List.copyOf(reading.warnings()));
  }

  /** Unified filters as Fortnox's query parameters. */
  public FilterTranslation filters(Map<String, String> parameters) {
    return table.filters().translate(parameters);
  }

  /** The filters of the resource's list. */
  public List<FilterDescription> filterDescriptions() {
    return table.filters().described();
  }

  /** Resources of Fortnox's whose rows show as fields of this one. */
  public List<Rows> rows() {
    return table.rows();
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
    Map<FortnoxPath, Column> columns = new HashMap<>();
    table.members().columns().forEach(column -> columns.put(column.place(), column));
    return FortnoxPath.leavesOf(sent)
        .allMatch(
            place -> {
              Column column = columns.getOrDefault(place, Column.text(place));
              return column.holds(entity, place.in(sent));
            });
  }

  /** What the resource can do, as JSON for users of the API. */
  public ObjectNode capabilities() {
    return Capabilities.of(this);
  }

  /** The resource's fields, in the order in which they show. */
  public List<FieldDescription> fields() {
    return table.members().described(table.listRow().fields());
  }
}
