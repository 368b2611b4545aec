package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Functions that run as processes.
 *
 * @param functions their keys in the template; empty: all
 * @param jvmOptions after those that Lambda sets
 * @param between what a process gets for the services' real addresses
 * @param snapStart which processes run as with SnapStart: what is registered for it runs, and the
 *     process waits for its first invocation as the snapshot of it would
 */
public record ProcessOptions(
    Set<String> functions,
    List<String> jvmOptions,
    Between between,
    Predicate<FunctionProcess> snapStart) {

  /** Asked once for each process, before it starts. */
  @FunctionalInterface
  public interface Between {
    Map<Service, URI> addresses(FunctionProcess process, Map<Service, URI> services);
  }

  public static ProcessOptions all() {
    return of(Set.of());
  }

  public static ProcessOptions of(Set<String> logicalIds) {
    return new ProcessOptions(
        logicalIds, List.of(), (process, services) -> services, process -> false);
  }

  public ProcessOptions jvmOptions(String... options) {
    return new ProcessOptions(functions, List.of(options), between, snapStart);
  }

  /** With something of its own between each process and the services. */
  public ProcessOptions between(Between other) {
    return new ProcessOptions(functions, jvmOptions, other, snapStart);
  }

  public ProcessOptions snapStart(Predicate<FunctionProcess> which) {
    return new ProcessOptions(functions, jvmOptions, between, which);
  }

  boolean includes(String logicalId) {
    return functions.isEmpty() || functions.contains(logicalId);
  }
}
