package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Lane;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.LaneStore;
import io.fortnoxconnector.connector.webhooks.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Lanes and what was sent, in the webhooks table: in a webhook's own partition there are a lane for
 * each connection, and the log. The index {@code byRetry} holds the lanes that are to be tried
 * again.
 */
final class DynamoLaneStore implements LaneStore {

  static final String LANE = "lane#";
  static final String DELIVERY = "delivery#";

  /** The one key of the index {@code byRetry}. */
  private static final String RETRIES = "deliveries";

  /**
   * Longer than any event is kept: a lane that begins anew finds none of those that it had brought.
   */
  private static final Duration LANE_KEPT = Duration.ofDays(60);

  private static final Set<String> OPTIONAL_OF_A_LANE =
      new TreeSet<>(Set.of("failingSince", "failedAt", "retryAt", "pausedAt", "retryIn", "wakeAt"));

  private final Table table;
  private final Index byRetry;

  DynamoLaneStore(Table table) {
    this.table = table;
    this.byRetry = table.index("byRetry");
  }

  @Override
  public Lane lane(LaneKey key) {
    return table
        .within(key.webhook())
        .get(LANE + key.connection())
        .map(LaneItems::lane)
        .orElseGet(() -> Lane.begin(key));
  }

  @Override
  public List<Lane> lanes(Webhook webhook) {
    return table.within(webhook.id()).beginningWith(LANE).map(LaneItems::lane).toList();
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
    Change change = Change.to(values, OPTIONAL_OF_A_LANE);
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
    return LaneItems.of(delivery).with("id", webhook).with("place", DELIVERY + delivery.id());
  }

  @Override
  public List<Delivery> deliveries(
      String webhook, int limit, @Nullable String before, Instant now) {
    // No place has a sign beyond that one.
    String to = before == null ? DELIVERY + "\uffff" : DELIVERY + before;
    return table
        .within(webhook)
        .latest(DELIVERY, to, limit + 1)
        .map(LaneItems::delivery)
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
        .map(LaneItems::delivery)
        .filter(delivery -> delivery.at().plus(Delivery.KEPT).isAfter(now));
  }
}
