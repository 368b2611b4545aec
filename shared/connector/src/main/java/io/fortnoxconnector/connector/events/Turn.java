package io.fortnoxconnector.connector.events;

/**
 * The right to write down what was seen of a connection, until another process takes it over.
 *
 * @param last the number of the connection's last event
 */
public record Turn(String connection, String owner, long last) {}
