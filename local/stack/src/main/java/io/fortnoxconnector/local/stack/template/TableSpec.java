package io.fortnoxconnector.local.stack.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param attributeTypes types (S, N, B) of the attributes that keys are made of
 * @param timeToLive the attribute that holds an item's end, in seconds since the epoch
 */
public record TableSpec(
    String logicalId,
    String name,
    Map<String, String> attributeTypes,
    Key key,
    List<Index> indexes,
    Optional<String> timeToLive) {

  /** A primary key: partition key and, where there is one, sort key. */
  public record Key(String hash, Optional<String> range) {}

  /**
   * A global secondary index.
   *
   * @param projectionType ALL, KEYS_ONLY or INCLUDE
   */
  public record Index(String name, Key key, String projectionType, List<String> included) {}
}
