package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.events.Rounds;
import java.time.Instant;
import java.util.List;

/** When each connection is looked at, in its item and the index {@code byLook}. */
final class DynamoRounds implements Rounds {

  /** The one key of the index {@code byLook}: each connection changes it once a look. */
  static final String LOOKED_AT = "changes";

  private final Table table;
  private final Index byLook;

  DynamoRounds(Table table) {
    this.table = table;
    this.byLook = table.index("byLook");
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return byLook
        .query(
            "lookFor = :changes AND lookDueAt < :now",
            Item.empty().with(":changes", LOOKED_AT).with(":now", now),
            limit)
        .stream()
        .map(item -> item.required("id"))
        .toList();
  }

  /** Repeated by the SDK after a lost reply it fails: the connection is due again in a while. */
  @Override
  public boolean claim(String connection, Instant now, Instant until) {
    return table
        .update(
            connection,
            "SET lookDueAt = :until",
            "lookDueAt < :now",
            Item.empty().with(":until", until).with(":now", now))
        .isDone();
  }

  @Override
  public void next(String connection, Instant at) {
    table.update(
        connection, "SET lookDueAt = :at", "attribute_exists(id)", Item.empty().with(":at", at));
  }
}
