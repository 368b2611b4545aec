package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.demo.Api;
import io.fortnoxconnector.local.stack.demo.Story;
import io.fortnoxconnector.local.stack.demo.Teller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * For each function, calls that need every right it has. Each run takes a new vendor and a new
 * company, so that no function has their secrets and tokens in memory yet, and no queue a message
 * of theirs.
 */
final class Probes {

  private static final String CUSTOMER =
      "{\"contactType\":\"COMPANY\",\"companyName\":\"Åkeri Öst AB\"}";

  private final DeployedWorld world;
  private final AtomicInteger count = new AtomicInteger();

  Probes(DeployedWorld world) {
    this.world = world;
  }

  /** A connection that lives by refresh tokens, with the API as its vendor and as it calls it. */
  private record Connected(Api vendor, Api company, String number, String id) {}

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
        case "TasksFunction" -> tasks(api);
        case "JobsFunction" -> jobs(api);
        case "WriterFunction" -> writer(api);
        case "HousekeepingFunction" -> housekeeping(api);
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
    Connected connected = connected(api);
    Api vendor = connected.vendor();
    ok(200, vendor.send("GET", "/tenants/get-registered-systems", ""));
    JsonNode list = ok(200, vendor.send("GET", "/tenants/get-end-user-list", "")).json();
    assertThat(list.toString()).contains(connected.id());
    ok(200, vendor.send("DELETE", "/tenants/delete-end-user?connectionId=" + connected.id(), ""));
    ok(200, vendor.send("DELETE", "/tenants/delete-registered-system/fortnox", ""));
  }

  private void connections(Api api) {
    Connected connected = connected(api);
    ok(200, connected.company().send("GET", "/auth/connection", ""));
    Api.Answer ended = ok(200, connected.company().send("DELETE", "/auth/connection", ""));
    assertThat(ended.data().path("revokedAtFortnox").asBoolean()).isTrue();
  }

  private void resource(Api api, String resource) {
    Connected connected = connected(api);
    String path = "/accounting/" + resource;
    ok(200, connected.company().send("GET", path, ""));
    world.fortnox().company(connected.number()).expireAccessTokens();
    ok(200, connected.company().send("GET", path, ""));
    ok(201, connected.company().send("POST", path, CUSTOMER));
  }

  private void tasks(Api api) {
    Connected connected = connected(api);
    Api.Answer accepted =
        ok(
            202,
            connected
                .company()
                .send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    ok(200, connected.company().send("GET", accepted.headers().get("location"), ""));
  }

  private void jobs(Api api) {
    Connected connected = connected(api);
    world
        .scene()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(world.scene().jobsQueueUrl())
                    .messageGroupId(connected.id())
                    .messageDeduplicationId(connected.id())
                    .messageBody(
                        "{\"connection\":\"%s\",\"resource\":\"customers\",\"operation\":\"CREATE\",\"idempotencyKey\":\"job\",\"body\":%s}"
                            .formatted(connected.id(), CUSTOMER)));
    finished(connected.company(), "/accounting/asyncTask?idempotencyKey=job");
  }

  private void writer(Api api) {
    Connected connected = connected(api);
    Api company = connected.company();
    ok(201, company.send("POST", "/accounting/customers", CUSTOMER));
    world.fortnox().company(connected.number()).expireAccessTokens();
    ok(201, company.send("POST", "/accounting/customers", CUSTOMER));
    // Done, though Fortnox says it failed: the writer comes again and looks whether it's there.
    world.fortnox().faults().on("POST", "/3/customers").once().failsAfterwardsWith(500);
    Api.Answer accepted =
        ok(202, company.send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    finished(company, accepted.headers().get("location"));
  }

  private void housekeeping(Api api) {
    Connected connected = connected(api);
    world.fortnox().faults().on("POST", "/3/customers").times(3).answers(503);
    Api.Answer accepted =
        ok(
            202,
            connected
                .company()
                .send("POST", "/accounting/customers", CUSTOMER, "Prefer", "respond-async"));
    makeDue("TasksTable", accepted.data().path("taskId").asText(), "dueAt");
    makeDue("ConnectionsTable", connected.id(), "refreshDueAt");
    assertThat(world.stack().invoke("HousekeepingFunction", "{}")).isEmpty();
    assertThat(item("ConnectionsTable", connected.id()).at("/refreshDueAt/N").asLong())
        .isPositive();
  }

  private Connected connected(Api api) {
    Story story = new Story(world.scene(), api, new Teller(LocalWorld.nowhere()));
    Api vendor = story.register();
    ok(
        201,
        vendor.send(
            "POST",
            "/tenants/register-system",
            """
            {"targetSystem":"fortnox","clientId":"demo-client","clientSecret":"demo-secret",
             "customValues":[{"key":"accountType","value":"user"}]}
            """));
    String number = String.valueOf(300_000 + count.incrementAndGet());
    world.fortnox().addCompany(number, "Bolag " + number, "556036-0793");
    JsonNode data = story.connect(vendor, number);
    assertThat(data.path("companyName").asText()).isEqualTo("Bolag " + number);
    return new Connected(
        vendor,
        vendor.with("X-ACCOUNT-KEY", data.path("accountKey").asText()),
        number,
        data.path("connectionId").asText());
  }

  private void makeDue(String table, String id, String attribute) {
    world
        .stack()
        .call(
            "dynamodb",
            "update_item",
            Map.of(
                "TableName", world.stack().id(table),
                "Key", Map.of("id", Map.of("S", id)),
                "UpdateExpression", "SET " + attribute + " = :long_ago",
                "ExpressionAttributeValues", Map.of(":long_ago", Map.of("N", "0"))));
  }

  private JsonNode item(String table, String id) {
    return world
        .stack()
        .call(
            "dynamodb",
            "get_item",
            Map.of(
                "TableName", world.stack().id(table),
                "Key", Map.of("id", Map.of("S", id)),
                "ConsistentRead", true))
        .path("Item");
  }

  private static Api.Answer ok(int status, Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
    return answer;
  }

  private static void finished(Api company, String path) {
    eventually(
        () -> {
          JsonNode data = company.send("GET", path, "").data();
          return data.isArray() ? data.path(0) : data;
        },
        task -> task.path("finishedDate").isTextual());
  }

  private static void eventually(Supplier<JsonNode> question, Predicate<JsonNode> wanted) {
    Instant giveUp = Instant.now().plus(Duration.ofSeconds(15));
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
