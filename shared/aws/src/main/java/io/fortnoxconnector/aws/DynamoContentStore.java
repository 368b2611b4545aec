package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tasks.ContentStore;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes in the tasks table, in parts: an item has 400 KB at most (Amazon DynamoDB developer guide,
 * "Quotas"). The first part says how many there are, and is written last and removed last, so that
 * whoever finds it finds the others, and nobody removes half.
 */
final class DynamoContentStore implements ContentStore {

  /** Bytes, which leave room for the key and the attributes' names. */
  static final int PART = 350_000;

  private final Table table;

  DynamoContentStore(Table table) {
    this.table = table;
  }

  @Override
  public void put(String key, byte[] bytes, Instant expires) {
    int parts = Math.ceilDiv(bytes.length, PART);
    for (int part = parts - 1; part >= 0; part--) {
      byte[] content =
          Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART));
      table.put(
          Item.empty()
              .with("id", id(key, part))
              .with("content", content)
              .with("parts", parts)
              .with("expiresAt", expires.getEpochSecond()));
    }
  }

  @Override
  public Optional<byte[]> find(String key) {
    Optional<Item> first = table.get(id(key, 0));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(content(first.get()));
    for (int part = 1; part < first.get().number("parts"); part++) {
      Optional<Item> next = table.get(id(key, part));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      bytes.writeBytes(content(next.get()));
    }
    return Optional.of(bytes.toByteArray());
  }

  @Override
  public void remove(String key) {
    Optional<Item> first = table.get(id(key, 0));
    if (first.isPresent()) {
      for (long part = first.get().number("parts") - 1; part >= 0; part--) {
        table.delete(id(key, part), "attribute_exists(id)", Item.empty());
      }
    }
  }

  private static byte[] content(Item item) {
    byte[] content = item.binaryOrNull("content");
    return content == null ? new byte[0] : content;
  }

  /** Tasks' ids have no such sign. */
  private static String id(String key, long part) {
    return "content#" + key + "#" + part;
  }
}
