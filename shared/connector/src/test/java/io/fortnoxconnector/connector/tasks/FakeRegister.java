package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.fortnox.FortnoxApi;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Customers at Fortnox, which can be made, changed and looked for. */
final class FakeRegister implements FortnoxApi {

  private static final String ALL = "/3/customers";

  private final Map<String, ObjectNode> customers = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private boolean isLagging;

  /** Its lists don't show what is new. */
  void lag() {
    isLagging = true;
  }

  void seed(String number, String name, String email) {
    customers.put(
        number,
        Samples.json("{}").put("CustomerNumber", number).put("Name", name).put("Email", email));
  }

  /** Writes, as {@code POST Bo} and {@code PUT 1 Bo}. */
  List<String> log() {
    return List.copyOf(log);
  }

  List<String> names() {
    return customers.values().stream().map(one -> one.path("Name").asText()).toList();
  }

  @Override
  public FortnoxReply send(FortnoxCall call, Secret accessToken, Duration timeout) {
    String number = call.path().equals(ALL) ? "" : call.path().substring(ALL.length() + 1);
    return switch (call.method()) {
      case POST -> made(body(call));
      case PUT -> changed(number, body(call));
      default -> number.isEmpty() ? listed(call.query()) : read(number);
    };
  }

  private static ObjectNode body(FortnoxCall call) {
    return (ObjectNode) Objects.requireNonNull(call.body()).path("Customer").deepCopy();
  }

  private FortnoxReply made(ObjectNode customer) {
    log.add("POST " + customer.path("Name").asText());
    String number = customer.path("CustomerNumber").asText("" + (customers.size() + 1));
    customers.put(number, customer.put("CustomerNumber", number));
    return read(number);
  }

  private FortnoxReply changed(String number, ObjectNode changes) {
    log.add("PUT " + number + " " + changes.path("Name").asText());
    Objects.requireNonNull(customers.get(number)).setAll(changes);
    return read(number);
  }

  private FortnoxReply read(String number) {
    ObjectNode customer = customers.get(number);
    if (customer == null) {
      return FakeFortnox.notFound();
    }
    ObjectNode wrapper = Samples.json("{}");
    wrapper.set("Customer", customer.deepCopy());
    return FakeFortnox.answered(wrapper);
  }

  private FortnoxReply listed(Map<String, String> query) {
    ObjectNode list = Samples.json("{'Customers':[]}");
    customers.values().stream()
        .filter(_ -> !isLagging)
        .filter(one -> has(one, "Name", query.get("name")))
        .filter(one -> has(one, "Email", query.get("email")))
        .forEach(one -> list.withArray("Customers").add(one));
    return FakeFortnox.answered(list);
  }

  /** Contains, whatever the case, as Fortnox searches. */
  private static boolean has(
      ObjectNode one, String field, @org.jspecify.annotations.Nullable String wanted) {
    return wanted == null
        || one.path(field)
            .asText()
            .toLowerCase(Locale.ROOT)
            .contains(wanted.toLowerCase(Locale.ROOT));
  }
}
