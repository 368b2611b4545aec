package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All registers of one company; one request at a time is inside. */
public final class Books {

  static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Store> stores = new HashMap<>();
  private int lastRowId;
  private Cabinet cabinet = new Cabinet();
  private final Map<String, ObjectNode> attachments = new LinkedHashMap<>();

  public Books(Clock clock) {
    this.clock = clock;
    clear();
  }

  /** Back to empty registers; what every new company has is put in by {@link Chart}. */
  public void clear() {
    alone(
        () -> {
          stores.clear();
          cabinet = new Cabinet();
          attachments.clear();
          Catalogue.all().stream()
              .filter(register -> !register.yearly)
              .forEach(register -> stores.put(register.path, new Store(register)));
          return true;
        });
  }

  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  Store store(Register register) {
    return register.yearly
        ? store(register, years().current().orElseThrow())
        : Objects.requireNonNull(stores.get(register.path));
  }

  /** The current year's, where each year has records of its own. */
  Store store(String path) {
    return store(register(path));
  }

  private static Register register(String path) {
    return Catalogue.find(path)
        .orElseThrow(
            () -> new IllegalArgumentException("The sandbox has no register " + path + "."));
  }

  Store store(Register register, int year) {
    return stores.computeIfAbsent(register.path + "/" + year, _ -> new Store(register, year));
  }

  Cabinet cabinet() {
    return cabinet;
  }

  /** Of customers' documents, by their ids. */
  Map<String, ObjectNode> attachments() {
    return attachments;
  }

  /** Makes a folder of the archive, and those that it's in. */
  public void addFolder(String path) {
    alone(
        () -> {
          cabinet.addFolder(path);
          return true;
        });
  }

  /** The names of all files, of the inbox and the archive, oldest first. */
  public List<String> fileNames() {
    return alone(() -> cabinet.all().stream().map(StoredFile::name).toList());
  }

  FinancialYears years() {
    return new FinancialYears(
        Objects.requireNonNull(stores.get(LedgerTables.FINANCIAL_YEARS.path)).all(),
        now().toLocalDate());
  }

  /** Rows of documents are numbered through the whole company (recorded). */
  int nextRowId() {
    return ++lastRowId;
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), STOCKHOLM).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Copies of the records, under Fortnox's field names; what is unset is absent. */
  public List<ObjectNode> records(String path) {
    return alone(() -> store(path).all().stream().map(row -> row.values().deepCopy()).toList());
  }

  /** A record that another one brings about. */
  void add(String path, String key, ObjectNode record) {
    var register = Catalogue.find(path).orElseThrow();
    register.derivations.forEach(derivation -> derivation.accept(record, this));
    store(path).put(new Row(key, record, now()));
  }

  /** Takes every record out; the numbers they had stay taken. */
  public void empty(String path) {
    alone(
        () -> {
          store(path).removeAll();
          return true;
        });
  }

  /**
   * Puts a record in as it is, unchecked but for its key; replaces one that has the same key.
   *
   * @throws IllegalArgumentException if the sandbox has no such register
   */
  public void seed(String path, ObjectNode values) {
    alone(
        () -> {
          var register = register(path);
          var record = new Writer(register, this).withInitials(set(values));
          if (register.yearly && !record.has("Year")) {
            record.put("Year", years().current().orElseThrow());
          }
          var store =
              register.yearly ? store(register, record.path("Year").asInt()) : store(register);
          register.derivations.forEach(derivation -> derivation.accept(record, this));
          var key = register.isPage() ? "" : register.key.of(record);
          store.put(new Row(key, record, now()));
          return true;
        });
  }

  /** As a record is kept: null and {@code ""} are how an answer shows what isn't set. */
  private static ObjectNode set(ObjectNode values) {
    var copy = values.deepCopy();
    copy.properties().removeIf(field -> isUnset(field.getValue()));
    copy.properties()
        .forEach(
            field -> {
              if (field.getValue() instanceof ArrayNode rows) {
                rows.forEach(row -> row.properties().removeIf(part -> isUnset(part.getValue())));
              }
            });
    return copy;
  }

  private static boolean isUnset(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().isEmpty());
  }
}
