package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Lane;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.SigningKey;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The webhooks table. A tenant's webhooks are in one partition, {@code hook#<connection or
 * all>#<id>}: those that an event may be for are beside each other, and how many there are, {@code
 * count#<connection or all>}. A webhook's own partition has a lane for each connection and what was
 * sent. Its index {@code byRetry} holds the lanes that are to be tried again.
 */
final class DynamoWebhookStore implements WebhookStore {

  static final String LANE = "lane#";
  static final String DELIVERY = "delivery#";

  private static final String HOOK = "hook#";
  private static final String COUNT = "count#";
  private static final String ALL = "all";
  private static final String THERE = "attribute_exists(id)";

  /** The one key of the index {@code byRetry}. */
  private static final String RETRIES = "deliveries";

  /**
   * Longer than any event is kept: a lane that begins anew finds none of those that it had brought.
   */
  private static final Duration LANE_KEPT = Duration.ofDays(60);

  private static final Set<String> OPTIONAL_OF_A_LANE =
      new TreeSet<>(Set.of("failingSince", "failedAt", "retryAt", "pausedAt", "retryIn", "wakeAt"));

  private static final Set<String> OPTIONAL_OF_SETTINGS =
      new TreeSet<>(Set.of("about", "eventType", "includesData"));

  private final Table table;
  private final Index byRetry;

  DynamoWebhookStore(Table table) {
    this.table = table;
    this.byRetry = table.index("byRetry");
  }

  private Table of(String tenant) {
    return table.within("tenant#" + tenant);
  }

  private static String place(String webhook) {
    return HOOK + whose(webhook) + "#" + webhook;
  }

  private static String count(String webhook) {
    return COUNT + whose(webhook);
  }

  /** A webhook's id names its connection behind a hyphen. */
  private static String whose(String webhook) {
    int hyphen = webhook.indexOf('-');
    return hyphen < 0 ? ALL : webhook.substring(hyphen + 1);
  }

  @Override
  public Creation create(Webhook webhook, int most) {
    Table items = of(webhook.tenant());
    Item item =
        WebhookItems.of(webhook)
            .with("id", "tenant#" + webhook.tenant())
            .with("place", place(webhook.id()));
    return switch (items.transact(
        items.putting(item, "attribute_not_exists(id)"),
        items.updating(
            count(webhook.id()),
            "ADD webhooks :one",
            "attribute_not_exists(webhooks) OR webhooks < :most",
            Item.empty().with(":one", 1).with(":most", most)))) {
      case Transaction.Done() -> Creation.DONE;
      case Transaction.Unmet(var found) ->
          found.getFirst() == null ? Creation.TOO_MANY : Creation.THERE;
      case Transaction.Contended(var contention) -> throw contention;
    };
  }

  @Override
  public Optional<Webhook> find(String tenant, String webhook) {
    return of(tenant).get(place(webhook)).map(WebhookItems::webhook);
  }

  @Override
  public List<Webhook> ofTenant(String tenant, int limit, @Nullable String after) {
    // Behind a place comes the same with one more sign, the first of all.
    String from = after == null ? HOOK : place(after) + "\u0001";
    return of(tenant)
        .between(from, HOOK + "\uffff", limit)
        .limit(limit)
        .map(WebhookItems::webhook)
        .toList();
  }

  @Override
  public List<Webhook> covering(String tenant, String connection) {
    return Stream.of(ALL, connection)
        .flatMap(whose -> of(tenant).beginningWith(HOOK + whose + "#"))
        .map(WebhookItems::webhook)
        .toList();
  }

  @Override
  public Optional<Webhook> change(Webhook webhook, Settings settings, Instant now) {
    return shown(
        webhook,
        set(WebhookItems.of(settings).with("updatedAt", now), OPTIONAL_OF_SETTINGS),
        THERE);
  }

  @Override
  public boolean rotate(Webhook webhook, List<SigningKey> keys, Instant now) {
    return of(webhook.tenant())
        .update(
            place(webhook.id()),
            "SET signingKeys = :keys, updatedAt = :now",
            "signingKeys = :old",
            Item.empty()
                .with(":keys", WebhookItems.text(keys))
                .with(":old", WebhookItems.text(webhook.keys()))
                .with(":now", now))
        .isDone();
  }

  @Override
  public Optional<Webhook> resume(Webhook webhook, Instant now) {
    return shown(
        webhook,
        new Change(
            "SET hookStatus = :active, updatedAt = :now, resumedAt = :now"
                + " REMOVE failingSince, holdUntil",
            Item.empty().with(":active", Status.ACTIVE.name()).with(":now", now)),
        THERE);
  }

  @Override
  public boolean stop(Webhook webhook, Status status, Instant now) {
    return of(webhook.tenant())
        .update(
            place(webhook.id()),
            "SET hookStatus = :status, updatedAt = :now",
            "hookStatus = :active",
            Item.empty()
                .with(":status", status.name())
                .with(":active", Status.ACTIVE.name())
                .with(":now", now))
        .isDone();
  }

  @Override
  public boolean remove(String tenant, String webhook) {
    Table items = of(tenant);
    return switch (items.transact(
        items.deleting(place(webhook), THERE),
        items.updating(
            count(webhook),
            "ADD webhooks :less",
            "webhooks > :none",
            Item.empty().with(":less", -1).with(":none", 0)))) {
      case Transaction.Done() -> true;
      // One that was made before they were counted.
      case Transaction.Unmet(var found) when found.getFirst() == null ->
          items.delete(place(webhook), THERE, Item.empty()).isDone();
      case Transaction.Unmet _ -> false;
      case Transaction.Contended(var contention) -> throw contention;
    };
  }

  @Override
  public Optional<Webhook> failed(Webhook webhook, Instant now, Instant holdUntil) {
    return shown(
        webhook,
        new Change(
            "SET failingSince = if_not_exists(failingSince, :now), holdUntil = :hold",
            Item.empty().with(":now", now).with(":hold", holdUntil)),
        THERE);
  }

  @Override
  public void well(Webhook webhook, @Nullable Instant recoveredAt) {
    of(webhook.tenant())
        .update(
            place(webhook.id()),
            (recoveredAt == null ? "" : "SET recoveredAt = :at ")
                + "REMOVE failingSince, holdUntil",
            THERE,
            Item.empty().with(":at", recoveredAt));
  }

  @Override
  public Lane lane(LaneKey key) {
    return table
        .within(key.webhook())
        .get(LANE + key.connection())
        .map(WebhookItems::lane)
        .orElseGet(() -> Lane.begin(key));
  }

  @Override
  public List<Lane> lanes(Webhook webhook) {
    return table.within(webhook.id()).beginningWith(LANE).map(WebhookItems::lane).toList();
  }

  @Override
  public Optional<Lane> save(Lane lane, List<Delivery> log, Instant now) {
    LaneKey key = lane.key();
    Table items = table.within(key.webhook());
    Lane saved = lane.withVersion(lane.version() + 1);
    Item values =
        Item.empty()
            .with("tenant", key.tenant())
            .with("writes", saved.version())
            .with("reached", lane.last())
            .with("attempts", lane.attempts())
            .with("failingSince", lane.failingSince())
            .with("failedAt", lane.failedAt())
            .with("retryAt", lane.retryAt())
            .with("pausedAt", lane.pausedAt())
            .with("retryIn", lane.retryAt() == null ? null : RETRIES)
            .with("wakeAt", lane.retryAt())
            .with("expiresAt", now.plus(LANE_KEPT).getEpochSecond());
    Change change = set(values, OPTIONAL_OF_A_LANE);
    String unchanged = lane.version() == 0 ? "attribute_not_exists(id)" : "writes = :seen";
    if (lane.version() > 0) {
      change.values().with(":seen", lane.version());
    }
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        items.updating(LANE + key.connection(), change.expression(), unchanged, change.values()));
    log.forEach(delivery -> writes.add(items.putting(item(key.webhook(), delivery))));
    return switch (items.transact(writes.toArray(TransactWriteItem[]::new))) {
      case Transaction.Done() -> Optional.of(saved);
      case Transaction.Unmet _ -> Optional.empty();
      case Transaction.Contended(var contention) -> throw contention;
    };
  }

  @Override
  public List<LaneKey> due(Instant now, int limit) {
    return byRetry
        .query(
            "retryIn = :retries AND wakeAt <= :now",
            Item.empty().with(":retries", RETRIES).with(":now", now),
            limit)
        .stream()
        .map(
            item ->
                new LaneKey(
                    item.required("tenant"),
                    item.required("id"),
                    item.required("place").substring(LANE.length())))
        .toList();
  }

  @Override
  public void woken(LaneKey key, Instant dueAgain) {
    table
        .within(key.webhook())
        .update(
            LANE + key.connection(),
            "SET wakeAt = :again",
            "attribute_exists(wakeAt)",
            Item.empty().with(":again", dueAgain));
  }

  @Override
  public void log(String webhook, Delivery delivery) {
    table.put(item(webhook, delivery));
  }

  private static Item item(String webhook, Delivery delivery) {
    return WebhookItems.of(delivery).with("id", webhook).with("place", DELIVERY + delivery.id());
  }

  @Override
  public List<Delivery> deliveries(
      String webhook, int limit, @Nullable String before, Instant now) {
    // No place has a sign beyond that one.
    String to = before == null ? DELIVERY + "\uffff" : DELIVERY + before;
    return table
        .within(webhook)
        .latest(DELIVERY, to, limit + 1)
        .map(WebhookItems::delivery)
        .filter(delivery -> !delivery.id().equals(before))
        .filter(delivery -> delivery.at().plus(Delivery.KEPT).isAfter(now))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Delivery> delivery(String webhook, String id, Instant now) {
    return table
        .within(webhook)
        .get(DELIVERY + id)
        .map(WebhookItems::delivery)
        .filter(delivery -> delivery.at().plus(Delivery.KEPT).isAfter(now));
  }

  /** What an item becomes, as an expression with its values. */
  private record Change(String expression, Item values) {}

  /** Sets what there is, and removes of the others what may be missing. */
  private static Change set(Item item, Set<String> optional) {
    Item values = Item.empty();
    item.attributes().forEach((name, value) -> values.put(":" + name, value));
    String sets =
        item.attributes().keySet().stream()
            .sorted()
            .map(name -> name + " = :" + name)
            .collect(Collectors.joining(", "));
    String removes =
        optional.stream().filter(name -> !item.has(name)).collect(Collectors.joining(", "));
    return new Change("SET " + sets + (removes.isEmpty() ? "" : " REMOVE " + removes), values);
  }

  private Optional<Webhook> shown(Webhook webhook, Change change, String condition) {
    return switch (of(webhook.tenant())
        .updateShowingNew(place(webhook.id()), change.expression(), condition, change.values())) {
      case Write.Done(var now) -> Optional.of(WebhookItems.webhook(now));
      case Write.Unmet _ -> Optional.empty();
    };
  }
}
