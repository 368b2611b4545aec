package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.connections.Flow;
import io.fortnoxconnector.connector.connections.FlowStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connect flows in a map. */
public final class InMemoryFlowStore implements FlowStore {

  private final Map<String, Flow> flows = new HashMap<>();

  @Override
  public synchronized void put(String hash, Flow flow) {
    flows.put(hash, flow);
  }

  @Override
  public synchronized Optional<Flow> peek(String hash, Instant now) {
    return Optional.ofNullable(flows.get(hash)).filter(flow -> now.isBefore(flow.expiresAt()));
  }

  @Override
  public synchronized Optional<Flow> take(String hash, Instant now) {
    Optional<Flow> flow = peek(hash, now);
    flow.ifPresent(_ -> flows.remove(hash));
    return flow;
  }

  /** All that is stored, as text: to look for what mustn't be in it. */
  public synchronized String dump() {
    return flows.toString();
  }
}
