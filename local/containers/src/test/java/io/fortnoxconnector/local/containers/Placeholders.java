package io.fortnoxconnector.local.containers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in the sample events for keys and ids that a world alone knows. */
final class Placeholders {

  private static final String NO_KEY = "_NOT-A-REAL-KEY_NOT-A-REAL-KEY_NOT-A-REAL-KE";

  private final Map<String, String> values = new LinkedHashMap<>();

  Placeholders(LocalWorld world) {
    values.put("fxk_exampleapikeyaaaaaaaaaaaaa" + NO_KEY, world.apiKey());
    values.put("fxa_exampleconnectionaaaaaaaaa" + NO_KEY, world.accountKey());
    values.put("exampleconnectionaaaaaaaaa", world.connectionId());
    values.put("NotTheAdminKey" + "x".repeat(50), world.adminKey());
  }

  /** The login link's ticket. */
  void ticket(String ticket) {
    values.put(NO_KEY.substring(1), ticket);
  }

  /** The task that was accepted. */
  void task(String id) {
    values.put("exampletaskaaaaaaaaaaaaaaa", id);
  }

  /** Longer placeholders first: the keys end like the ticket. */
  String filled(String event) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(String::length).reversed()))
        .reduce(
            event,
            (text, known) -> text.replace(known.getKey(), known.getValue()),
            (one, other) -> other);
  }
}
