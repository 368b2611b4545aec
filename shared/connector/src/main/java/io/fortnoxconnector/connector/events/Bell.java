package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.connections.Connection;

/** Hears how far a connection's events are, each time that it was looked at. */
@FunctionalInterface
public interface Bell {

  /**
   * Rings.
   *
   * @param last the number of the connection's last event
   */
  void ring(Connection connection, long last);
}
