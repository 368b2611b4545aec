package io.fortnoxconnector.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * An index whose entries are spread over some partitions. A write changes the index of open tasks
 * four times, a partition bears 1,000 changes a second, and a key that grows with time isn't split:
 * 20 bear what 1,000 writers can do (docs/growth.md). More can be added at any time, fewer only
 * when no task is open.
 */
final class ShardedIndex {

  private static final int SHARDS = 20;

  private final Index index;
  private final String order;

  /**
   * @param order the number by which each partition is sorted
   */
  ShardedIndex(Index index, String order) {
    this.index = index;
    this.order = order;
  }

  /** Which partition the entry of an item belongs to. */
  static String shard(String id) {
    return Integer.toString(Math.floorMod(id.hashCode(), SHARDS));
  }

  /**
   * The first entries of all.
   *
   * @param condition on the key; it names the partition {@code :shard}
   */
  Stream<Item> first(String condition, Item values, int limit) {
    var entries = new ArrayList<Item>();
    for (int shard = 0; shard < SHARDS; shard++) {
      entries.addAll(index.query(condition, values.with(":shard", Integer.toString(shard)), limit));
    }
    return entries.stream()
        .sorted(Comparator.comparingLong(item -> item.number(order)))
        .limit(limit);
  }
}
