package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All registers of one company; one request at a time is inside. */
public final class Books {

  static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Store> stores = new HashMap<>();

  public Books(Clock clock) {
    this.clock = clock;
    clear();
  }

  /** Back to empty registers; what every new company has is put in by {@link Chart}. */
  public void clear() {
    alone(
        () -> {
          Catalogue.all().forEach(register -> stores.put(register.path, new Store(register)));
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
    return store(register.path);
  }

  Store store(String path) {
    var store = stores.get(path);
    if (store == null) {
      throw new IllegalArgumentException("The sandbox has no register " + path + ".");
    }
    return store;
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), STOCKHOLM).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Copies of the records, under Fortnox's field names; what is unset is absent. */
  public List<ObjectNode> records(String path) {
    return alone(() -> store(path).all().stream().map(row -> row.values().deepCopy()).toList());
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
          var store = store(path);
          var register = Catalogue.find(path).orElseThrow();
          var record = new Writer(register, this).withInitials(set(values));
          register.derivations.forEach(derivation -> derivation.accept(record));
          var key = register.isPage() ? "" : record.path(register.key).asText();
          store.put(new Row(key, record, now()));
          return true;
        });
  }

  /** As a record is kept: null and {@code ""} are how an answer shows what isn't set. */
  private static ObjectNode set(ObjectNode values) {
    var copy = values.deepCopy();
    copy.properties().removeIf(field -> isUnset(field.getValue()));
    return copy;
  }

  private static boolean isUnset(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().isEmpty());
  }
}
