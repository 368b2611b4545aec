package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.webhooks.DeliveryQueue;
import io.fortnoxconnector.connector.webhooks.Wake;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Messages in the order in which they came, for a test that takes them one by one. */
public final class InMemoryDeliveryQueue implements DeliveryQueue {

  private final Queue<Wake> messages = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();

  @Override
  public synchronized void send(Wake message, String distinct) {
    if (known.add(message.text() + " " + distinct)) {
      messages.add(message);
    }
  }

  /** The next one, which stays until it's {@linkplain #done done with}. */
  public synchronized Optional<Wake> peek() {
    return Optional.ofNullable(messages.peek());
  }

  public synchronized void done() {
    messages.remove();
  }

  public synchronized int size() {
    return messages.size();
  }
}
