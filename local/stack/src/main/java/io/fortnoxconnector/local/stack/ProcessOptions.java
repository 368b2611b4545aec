package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions that run as processes.
 *
 * @param functions their keys in the template; empty: all
 * @param jvmOptions after those that Lambda sets
 * @param between what a process gets for the services' real addresses
 */
public record ProcessOptions(Set<String> functions, List<String> jvmOptions, Between between) {

  /** Asked once for each process, before it starts. */
  @FunctionalInterface
  public interface Between {
    Map<Service, URI> addresses(FunctionProcess process, Map<Service, URI> services);
  }

  public static ProcessOptions all() {
    return of(Set.of());
  }

  public static ProcessOptions of(Set<String> logicalIds) {
    return new ProcessOptions(logicalIds, List.of(), (process, services) -> services);
  }

  public ProcessOptions jvmOptions(String... options) {
    return new ProcessOptions(functions, List.of(options), between);
  }

  /** With something of its own between each process and the services. */
  public ProcessOptions between(Between other) {
    return new ProcessOptions(functions, jvmOptions, other);
  }

  boolean includes(String logicalId) {
    return functions.isEmpty() || functions.contains(logicalId);
  }
}
