package io.fortnoxconnector.connector.webhooks;

/**
 * What wakes lanes. Messages of one lane come one at a time; a few lanes of a tenant at once, so
 * that its receivers keep nobody else's events waiting. Production: an SQS FIFO queue.
 */
@FunctionalInterface
public interface DeliveryQueue {

  /**
   * Durable when it returns.
   *
   * @param message {@link Wake#text()}
   * @param distinct two with the same lane and this, within minutes, may come as one
   */
  void send(Wake message, String distinct);
}
