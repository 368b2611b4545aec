package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.EventIntervals;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * For each function, calls that need every right it has. Each run takes a new vendor and a new
 * company, so that no function has their secrets and tokens in memory yet, and no queue a message
 * of theirs.
 */
final class Probes {

  private static final URI CALLBACK = URI.create("https://vendor.example/connected");

  private static final String CUSTOMER =
      "{\"contactType\":\"COMPANY\",\"companyName\":\"Åkeri Öst AB\"}";

  private static final String EXPENSE =
      """
      {"description":"Papper","journalCode":"A","transactionDate":"%s-01-02","accountId":"1930",
       "expenseLines":[{"accountId":"6110","totalNetAmount":100}]}
      """;

  private static final int ROWS = 12;

  /** From its queue to its end, on a busy machine. */
  private static final Duration A_WRITE = Duration.ofSeconds(15);

  /**
   * Several times what a write mostly takes. Who waits for what mustn't happen waits no longer: on
   * a machine that is busier still, a right passes for needed that isn't, which PermissionsTest
   * notices.
   */
  private static final Duration A_WRITE_THAT_FAILS = Duration.ofSeconds(6);

  private static final Duration DAY = Duration.ofDays(1);

  /** At one list. */
  private static final Duration A_LOOK = Duration.ofSeconds(3);

  private final DeployedWorld world;
  private final AtomicInteger count;
  private final Duration patience;

  Probes(DeployedWorld world) {
    this(world, new AtomicInteger(), A_WRITE);
  }

  private Probes(DeployedWorld world, AtomicInteger count, Duration patience) {
    this.world = world;
    this.count = count;
    this.patience = patience;
  }

  /** The same for a function that lacks a right: less patient. */
  Probes thatFail() {
    return new Probes(world, count, A_WRITE_THAT_FAILS);
  }

  /**
   * @throws AssertionError or IllegalStateException at the first thing that isn't as it should be
   */
  void run(String function) {
    try (Api api = world.api()) {
      switch (function) {
        case "TenantsFunction" -> tenants(api);
        case "ConnectionsFunction" -> connections(api);
        case "OauthCallbackFunction" -> connected(api);
        case "CustomersFunction" -> resource(api, "customers");
        case "SuppliersFunction" -> resource(api, "suppliers");
        case "ContactsFunction" ->
            resource(api, "contacts", CUSTOMER.replace("{", "{\"role\":\"SUPPLIER\","));
        case "SalesFunction" -> resource(api, "items", "{\"name\":\"Hammare\"}");
        case "OrdersFunction" -> orders(api);
        case "PurchasesFunction" -> resource(api, "expenses", EXPENSE.formatted(Year.now()));
        case "LedgerFunction" ->
            resource(api, "accounts", "{\"number\":\"1935\",\"name\":\"Valutakonto\"}");
        case "FilesFunction" ->
            resource(api, "files", "{\"fileName\":\"a.txt\",\"content\":\"SGVq\"}");
        case "SettingsFunction" -> reads(connected(api), "units");
        case "PaymentsFunction" -> payments(api);
        case "PassThroughFunction" -> passThrough(api);
        case "TasksFunction" -> tasks(api);
        case "JobsFunction" -> jobs(api);
        case "WriterFunction" -> writer(api);
        case "HousekeepingFunction" -> housekeeping(api);
        case "ChangesFunction" -> changes(api);
        case "WebhooksFunction" -> webhooks(api);
        case "DeliveriesFunction" -> deliveries(api);
        case "AboutFunction" -> ok(200, api.send("GET", "/health", ""));
        default -> throw new IllegalArgumentException("There is no probe for " + function);
      }
    } finally {
      world.fortnox().faults().clear();
    }
  }

  private void tenants(Api api) {
    // It knows the admin key for five minutes.
    world.stack().restart("TenantsFunction");
    RegisteredVendor registered = vendor(api);
    registered.handOver(registered.app());
    ConnectedCompany connected = registered.connect(company());
    Api vendor = registered.api();
    ok(200, vendor.send("GET", "/tenants/get-registered-systems", ""));
    JsonNode list = ok(200, vendor.send("GET", "/tenants/get-end-user-list", "")).json();
    assertThat(list.toString()).contains(connected.connection());
    ok(
        200,
        vendor.send(
            "DELETE", "/tenants/delete-end-user?connectionId=" + connected.connection(), ""));
    ok(200, vendor.send("PUT", "/tenants/pass-through", "{\"writes\":true}"));
    ok(200, vendor.send("DELETE", "/tenants/delete-registered-system/fortnox", ""));
  }

  private void connections(Api api) {
    ConnectedCompany connected = connected(api);
    ok(200, connected.api().send("GET", "/auth/connection", ""));
    Api.Answer ended = ok(200, connected.api().send("DELETE", "/auth/connection", ""));
    assertThat(ended.data().path("revokedAtFortnox").asBoolean()).isTrue();
  }

  private void resource(Api api, String resource) {
    resource(api, resource, CUSTOMER);
  }

  private void resource(Api api, String resource, String body) {
    ConnectedCompany connected = connected(api);
    reads(connected, resource);
    ok(201, connected.api().send("POST", "/accounting/" + resource, body));
  }

  private void orders(Api api) {
    ConnectedCompany connected = connected(api);
    reads(connected, "salesOrders");
    ok(
        201,
        connected
            .api()
            .send("POST", "/accounting/customers", "{\"companyName\":\"A\",\"number\":\"1\"}"));
    ok(201, connected.api().send("POST", "/accounting/salesOrders", "{\"contactId\":\"1\"}"));
  }

  private void reads(ConnectedCompany connected, String resource) {
    String path = "/accounting/" + resource;
    ok(200, connected.api().send("GET", path, ""));
    world.fortnox().company(connected.number()).expireAccessTokens();
    ok(200, connected.api().send("GET", path, ""));
  }

  private void payments(Api api) {
    ConnectedCompany connected = connected(api);
    reads(connected, "transactions");
    // Of an invoice that isn't there: Fortnox says so, after all that this function does.
    ok(
        400,
        connected
            .api()
            .send("POST", "/accounting/transactions", "{\"invoiceId\":\"99\",\"amount\":1}"));
  }

  private void passThrough(Api api) {
    RegisteredVendor vendor = vendor(api);
    ConnectedCompany connected = vendor.connect(company());
    Api company = connected.api();
    String read = "{\"method\":\"GET\",\"path\":\"/3/customers\"}";
    ok(201, company.send("POST", "/accounting/passThrough", read));
    world.fortnox().company(connected.number()).expireAccessTokens();
    ok(201, company.send("POST", "/accounting/passThrough", read));
    ok(200, vendor.api().send("PUT", "/tenants/pass-through", "{\"writes\":true}"));
    ok(
        201,
        company.send(
            "POST",
            "/accounting/passThrough",
            "{\"method\":\"POST\",\"path\":\"/3/customers\",\"body\":{\"Customer\":{\"Name\":\"Bo\"}}}"));
  }

  private void tasks(Api api) {
    ConnectedCompany connected = connected(api);
    Api.Answer accepted =
        ok(
            202,
            connected
                .api()
                .send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    ok(200, connected.api().send("GET", accepted.headers().get("location"), ""));
    Api.Answer listed = ok(200, connected.api().send("GET", "/accounting/asyncTask", ""));
    assertThat(listed.data()).isNotEmpty();
    ok(200, connected.api().send("GET", "/accounting/events", ""));
    finished(connected.api(), accepted.headers().get("location"));
    // Too late is what the transaction says, and it needs the right to say so.
    ok(409, connected.api().send("DELETE", accepted.headers().get("location"), ""));
    String run = run(connected.api());
    ok(200, connected.api().send("DELETE", run + "r" + (ROWS - 1), ""));
    assertThat(ok(200, connected.api().send("GET", run + "/rows", "")).data()).hasSize(ROWS);
    finished(connected.api(), run);
  }

  /** The address of a bulk run that takes a few seconds. */
  private static String run(Api company) {
    String rows = String.join(",", Collections.nCopies(ROWS, CUSTOMER));
    Api.Answer accepted =
        ok(
            202,
            company.send(
                "POST", "/accounting/customers/bulk", "[" + rows + "]", "Idempotency-Key", "run"));
    return accepted.headers().get("location");
  }

  private void jobs(Api api) {
    ConnectedCompany connected = connected(api);
    world
        .scene()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(world.scene().jobsQueueUrl())
                    .messageGroupId(connected.connection())
                    .messageDeduplicationId(connected.connection())
                    .messageBody(
                        "{\"connection\":\"%s\",\"resource\":\"customers\",\"operation\":\"CREATE\",\"idempotencyKey\":\"job\",\"body\":%s}"
                            .formatted(connected.connection(), CUSTOMER)));
    finished(connected.api(), "/accounting/asyncTask?idempotencyKey=job");
  }

  private void writer(Api api) {
    ConnectedCompany connected = connected(api);
    Api company = connected.api();
    written(company);
    world.fortnox().company(connected.number()).expireAccessTokens();
    written(company);
    // Done, though Fortnox says it failed: the writer comes again and looks whether it's there.
    world.fortnox().faults().on("POST", "/3/customers").once().failsAfterwardsWith(500);
    Api.Answer accepted =
        ok(202, company.send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    finished(company, accepted.headers().get("location"));
    // The writer itself stores the task of a file that comes with something else.
    Api.Answer expense =
        ok(
            201,
            company.send(
                "POST",
                "/accounting/expenses",
                EXPENSE
                    .formatted(Year.now())
                    .replaceFirst(
                        "\\{", "{\"files\":[{\"fileName\":\"a.txt\",\"content\":\"SGVq\"}],"),
                "Prefer",
                "wait=" + patience.toSeconds()));
    assertThat(expense.json().at("/meta/warnings")).isEmpty();
    // Another write waits, so that the run puts a message of its own behind it.
    String run = run(company);
    written(company);
    finished(company, run);
    String task = run.substring(run.lastIndexOf('/') + 1);
    assertThat(item("TasksTable", task).has("accidents")).isFalse();
  }

  private void written(Api company) {
    ok(
        201,
        company.send(
            "POST", "/accounting/customers", CUSTOMER, "Prefer", "wait=" + patience.toSeconds()));
  }

  private void housekeeping(Api api) {
    ConnectedCompany connected = connected(api);
    world.fortnox().faults().on("POST", "/3/customers").times(20).answers(503);
    try {
      Api.Answer accepted =
          ok(
              202,
              connected
                  .api()
                  .send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
      String task = accepted.data().path("taskId").asText();
      makeDue("TasksTable", task, "dueAt");
      makeDue("ConnectionsTable", connected.connection(), "refreshDueAt");
      Map<String, ?> lane = dueLane(connected.connection());
      assertThat(world.stack().invoke("HousekeepingFunction", "{}")).isEmpty();
      assertThat(item("WebhooksTable", lane).at("/wakeAt/N").asLong()).isPositive();
      // What stands in the way of a single task or connection is logged, and it's put off for less.
      Instant done = Instant.now().plus(Duration.ofMinutes(30));
      assertThat(time("TasksTable", task, "dueAt")).isAfter(done);
      assertThat(time("ConnectionsTable", connected.connection(), "refreshDueAt")).isAfter(done);
    } finally {
      world.fortnox().faults().clear();
    }
  }

  /**
   * That it's due later says that all before has been done, also with a token that must be renewed.
   */
  private void changes(Api api) {
    ConnectedCompany connected = connected(api);
    Api.Answer accepted =
        ok(
            202,
            connected
                .api()
                .send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    finished(connected.api(), accepted.headers().get("location"));
    // A look wakes it, or isn't over.
    webhook(connected.api());
    Map<String, ?> seen = seenOfOneThatEnded();
    world.fortnox().company(connected.number()).expireAccessTokens();
    lookOnlyAt(connected.connection());
    assertThat(world.stack().invoke("ChangesFunction", "{}")).isEmpty();
    if (!isDueLater(item("ConnectionsTable", connected.connection()))) {
      // The schedule may have taken it a moment before. Asked again, only that look can go on.
      makeDue("ConnectionsTable", connected.connection(), "lookDueAt");
      assertThat(world.stack().invoke("ChangesFunction", "{}")).isEmpty();
    }
    eventually(A_LOOK, () -> item("ConnectionsTable", connected.connection()), Probes::isDueLater);
    // That the task has ended is told once, and it's noted that it was.
    String task = accepted.data().path("taskId").asText();
    eventually(A_LOOK, () -> item("TasksTable", task), item -> !item.has("untoldIn"));
    eventually(A_LOOK, () -> item("EventsTable", seen), JsonNode::isMissingNode);
  }

  private static boolean isDueLater(JsonNode connection) {
    return Instant.ofEpochMilli(connection.at("/lookDueAt/N").asLong())
        .isAfter(Instant.now().plus(Duration.ofMinutes(3)));
  }

  /**
   * A round lasts as long as there are companies to look at, and a first look at all of one's lists
   * as long as the budget's leftovers take.
   */
  private void lookOnlyAt(String connection) {
    long later = Instant.now().plus(DAY).toEpochMilli();
    world
        .stack()
        .call("dynamodb", "scan", Map.of("TableName", world.stack().id("ConnectionsTable")))
        .path("Items")
        .forEach(
            item -> {
              String id = item.at("/id/S").asText();
              if (item.has("lookDueAt") && !id.equals(connection)) {
                set("ConnectionsTable", id, "lookDueAt", Map.of("N", String.valueOf(later)));
              }
            });
    set("ConnectionsTable", connection, "scopes", Map.of("SS", List.of("customer")));
    makeDue("ConnectionsTable", connection, "lookDueAt");
  }

  private static JsonNode webhook(Api api) {
    return ok(
            201, api.send("POST", "/webhooks", "{\"callbackUrl\":\"https://receiver.invalid/in\"}"))
        .data();
  }

  private void webhooks(Api api) {
    ConnectedCompany connected = connected(api);
    Api company = connected.api();
    String address = "/webhooks/" + webhook(company).path("id").asText();
    ok(200, company.send("GET", "/webhooks", ""));
    ok(200, company.send("PATCH", address, "{\"include\":\"data\",\"status\":\"PAUSED\"}"));
    ok(200, company.send("PATCH", address, "{\"status\":\"ACTIVE\"}"));
    ok(200, company.send("POST", address + "/secret", ""));
    ok(200, company.send("POST", address + "/test", ""));
    ok(200, company.send("GET", address + "/deliveries", ""));
    sent(address.substring(address.lastIndexOf('/') + 1), connected.connection());
    ok(202, company.send("POST", address + "/deliveries/probe/replay", ""));
    ok(200, company.send("DELETE", address, ""));
  }

  /**
   * An event that nobody takes: its attempt stands in the log, and its lane is to be tried again.
   */
  private void deliveries(Api api) {
    ConnectedCompany connected = connected(api);
    Api company = connected.api();
    // Nothing but the delivery may renew the token.
    ok(
        200,
        company.send("PUT", "/tenants/event-intervals", EventIntervals.only(company, Set.of())));
    String address = "/webhooks/" + webhook(company).path("id").asText();
    ok(200, company.send("PATCH", address, "{\"include\":\"data\"}"));
    Api.Answer accepted =
        ok(202, company.send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    finished(company, accepted.headers().get("location"));
    world.fortnox().company(connected.number()).expireAccessTokens();
    lookOnlyAt(connected.connection());
    assertThat(world.stack().invoke("ChangesFunction", "{}")).isEmpty();
    eventually(
        () -> company.send("GET", address + "/deliveries", "").data(),
        log -> log.path(0).path("outcome").asText().equals("UNREACHABLE"));
    // What sending messages needs, and pausing: the rights are those of a second attempt.
    ok(200, company.send("PATCH", address, "{\"status\":\"ACTIVE\"}"));
  }

  private Instant time(String table, String id, String attribute) {
    return Instant.ofEpochMilli(item(table, id).at("/" + attribute + "/N").asLong());
  }

  /** A connection that lives by refresh tokens: more of the rights are needed for one. */
  private ConnectedCompany connected(Api api) {
    return vendor(api).connect(company());
  }

  private RegisteredVendor vendor(Api api) {
    int number = count.incrementAndGet();
    var app = new FortnoxApp("client-" + number, "secret-of-" + number, "user");
    app.enterAt(world.fortnox(), world.baseUrl(), FortnoxApp.SCOPES);
    return RegisteredVendor.register(
        world.scene().adminKey(), api, "Vendor " + number, app, CALLBACK);
  }

  private String company() {
    String number = String.valueOf(300_000 + count.incrementAndGet());
    world.fortnox().addCompany(number, "Bolag " + number, "556036-0793");
    return number;
  }

  private void makeDue(String table, String id, String attribute) {
    set(table, id, attribute, Map.of("N", "0"));
  }

  private void set(String table, String id, String attribute, Map<String, ?> value) {
    world
        .stack()
        .call(
            "dynamodb",
            "update_item",
            Map.of(
                "TableName", world.stack().id(table),
                "Key", Map.of("id", Map.of("S", id)),
                "UpdateExpression", "SET " + attribute + " = :value",
                "ExpressionAttributeValues", Map.of(":value", value)));
  }

  private JsonNode item(String table, String id) {
    return item(table, Map.of("id", Map.of("S", id)));
  }

  private JsonNode item(String table, Map<String, ?> key) {
    return world
        .stack()
        .call(
            "dynamodb",
            "get_item",
            Map.of("TableName", world.stack().id(table), "Key", key, "ConsistentRead", true))
        .path("Item");
  }

  /** The way of a connection's events to a webhook that is to be tried again; its key. */
  private Map<String, ?> dueLane(String connection) {
    Map<String, ?> key =
        Map.of("id", Map.of("S", "probe"), "place", Map.of("S", "lane#" + connection));
    var item = new HashMap<String, Object>(key);
    item.put("tenant", Map.of("S", "probe"));
    item.put("retryIn", Map.of("S", "deliveries"));
    item.put("wakeAt", Map.of("N", "0"));
    put("WebhooksTable", item);
    return key;
  }

  /**
   * An entity of a connection that isn't there, and at which nobody has looked for long; its key.
   */
  private Map<String, ?> seenOfOneThatEnded() {
    Map<String, ?> seen =
        Map.of("id", Map.of("S", "probe"), "place", Map.of("S", "seen#customers#1"));
    put("EventsTable", new HashMap<>(seen));
    var head = new HashMap<String, Object>();
    head.put("id", Map.of("S", "probe"));
    head.put("place", Map.of("S", "head"));
    head.put("doubtedIn", Map.of("S", "connections"));
    head.put("doubtAt", Map.of("N", "0"));
    put("EventsTable", head);
    return seen;
  }

  /** An event of the connection's, and that it was sent: the probe's. */
  private void sent(String webhook, String connection) {
    Instant now = Instant.now();
    var event = new HashMap<String, Object>();
    event.put("event", Map.of("S", "probe"));
    event.put("type", Map.of("S", "task.finished"));
    event.put("at", Map.of("N", String.valueOf(now.toEpochMilli())));
    event.put("expiresAt", Map.of("N", String.valueOf(now.plus(DAY).getEpochSecond())));
    var delivery = new HashMap<String, Object>(event);
    event.put("id", Map.of("S", connection));
    event.put("place", Map.of("S", "event#%019d".formatted(1)));
    event.put("data", Map.of("M", Map.of()));
    put("EventsTable", event);
    delivery.put("id", Map.of("S", webhook));
    delivery.put("place", Map.of("S", "delivery#probe"));
    delivery.put("connection", Map.of("S", connection));
    delivery.put("number", Map.of("N", "1"));
    delivery.put("attempt", Map.of("N", "1"));
    delivery.put("outcome", Map.of("S", "DELIVERED"));
    delivery.put("millis", Map.of("N", "1"));
    put("WebhooksTable", delivery);
  }

  private void put(String table, Map<String, Object> item) {
    world
        .stack()
        .call("dynamodb", "put_item", Map.of("TableName", world.stack().id(table), "Item", item));
  }

  private static Api.Answer ok(int status, Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
    return answer;
  }

  private void finished(Api company, String path) {
    eventually(
        () -> {
          JsonNode data = company.send("GET", path, "").data();
          return data.isArray() ? data.path(0) : data;
        },
        task -> task.path("finishedDate").isTextual());
  }

  private void eventually(Supplier<JsonNode> question, Predicate<JsonNode> wanted) {
    eventually(patience, question, wanted);
  }

  private static void eventually(
      Duration patience, Supplier<JsonNode> question, Predicate<JsonNode> wanted) {
    Instant giveUp = Instant.now().plus(patience);
    JsonNode answer = question.get();
    while (!wanted.test(answer)) {
      assertThat(Instant.now()).as("still %s", answer).isBefore(giveUp);
      pause();
      answer = question.get();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
