package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.webhooks.Delivery;
import io.fortnoxconnector.connector.webhooks.Lane;
import io.fortnoxconnector.connector.webhooks.LaneKey;
import io.fortnoxconnector.connector.webhooks.LaneStore;
import io.fortnoxconnector.connector.webhooks.Webhook;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lanes in maps. */
public final class InMemoryLaneStore implements LaneStore {

  private final Map<LaneKey, Lane> lanes = new HashMap<>();
  private final Map<LaneKey, Instant> wakes = new HashMap<>();
  private final Map<String, TreeMap<String, Delivery>> logs = new HashMap<>();

  @Override
  public synchronized Lane lane(LaneKey key) {
    return lanes.getOrDefault(key, Lane.begin(key));
  }

  @Override
  public synchronized List<Lane> lanes(Webhook webhook) {
    return lanes.values().stream()
        .filter(lane -> lane.key().webhook().equals(webhook.id()))
        .sorted(Comparator.comparing(lane -> lane.key().connection()))
        .toList();
  }

  @Override
  public synchronized Optional<Lane> save(Lane lane, List<Delivery> log, Instant now) {
    if (lane(lane.key()).version() != lane.version()) {
      return Optional.empty();
    }
    Lane saved = lane.withVersion(lane.version() + 1);
    lanes.put(lane.key(), saved);
    wakes.remove(lane.key());
    if (lane.retryAt() != null) {
      wakes.put(lane.key(), lane.retryAt());
    }
    log.forEach(delivery -> log(lane.key().webhook(), delivery));
    return Optional.of(saved);
  }

  @Override
  public synchronized List<LaneKey> due(Instant now, int limit) {
    return wakes.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .sorted(Map.Entry.comparingByValue())
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized void woken(LaneKey key, Instant dueAgain) {
    wakes.computeIfPresent(key, (_, _) -> dueAgain);
  }

  @Override
  public synchronized void log(String webhook, Delivery delivery) {
    logs.computeIfAbsent(webhook, _ -> new TreeMap<>()).put(delivery.id(), delivery);
  }

  @Override
  public synchronized List<Delivery> deliveries(
      String webhook, int limit, @Nullable String before, Instant now) {
    return logs.getOrDefault(webhook, new TreeMap<>()).descendingMap().values().stream()
        .filter(delivery -> before == null || delivery.id().compareTo(before) < 0)
        .filter(delivery -> delivery.at().plus(Delivery.KEPT).isAfter(now))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Delivery> delivery(String webhook, String id, Instant now) {
    return Optional.ofNullable(logs.getOrDefault(webhook, new TreeMap<>()).get(id))
        .filter(delivery -> delivery.at().plus(Delivery.KEPT).isAfter(now));
  }
}
