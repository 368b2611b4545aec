package io.fortnoxconnector.connector.events;

import java.time.Instant;
import java.util.List;

/** Which connection is looked at when. A new one is due at once, one that is ended never. */
public interface Rounds {

  /** Connections whose time has come, the longest due first. */
  List<String> due(Instant now, int limit);

  /**
   * Takes a due connection until then; of several who try, one gets it. Whoever dies with it leaves
   * it due again.
   */
  boolean claim(String connection, Instant now, Instant until);

  /** It's due next at that time; nothing happens where it's ended. */
  void next(String connection, Instant at);
}
