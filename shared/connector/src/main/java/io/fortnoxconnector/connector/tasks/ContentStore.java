package io.fortnoxconnector.connector.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * The bytes of files that tasks are to upload: too many for a task to hold. They're kept from
 * before a task is accepted until it has ended.
 */
public interface ContentStore {

  /**
   * Keeps bytes; the same ones may be put again under their key.
   *
   * @param expires when they may be forgotten although nobody has removed them
   */
  void put(String key, byte[] bytes, Instant expires);

  /** The whole of what was put; empty where it's gone, or only part of it was put. */
  Optional<byte[]> find(String key);

  /** Whether there is anything or not. */
  void remove(String key);
}
