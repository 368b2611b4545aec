package io.fortnoxconnector.connector.connections;

import java.time.Instant;
import java.util.Optional;

/** Connections being made, by the hash of the value that finds them. */
public interface FlowStore {

  void put(String hash, Flow flow);

  /** Looks without taking. Expired ones aren't found. */
  Optional<Flow> peek(String hash, Instant now);

  /** Takes it out: of two takers at the same moment one gets it. Expired ones aren't found. */
  Optional<Flow> take(String hash, Instant now);
}
