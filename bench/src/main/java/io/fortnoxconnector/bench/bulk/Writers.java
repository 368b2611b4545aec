package io.fortnoxconnector.bench.bulk;

import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The writer's processes that are alive. */
final class Writers {

  static final String FUNCTION = "WriterFunction";

  private final Set<FunctionProcess> alive = ConcurrentHashMap.newKeySet();

  /** Takes note of a process that is about to start, and stands in nobody's way. */
  Map<Service, URI> watch(FunctionProcess process, Map<Service, URI> services) {
    if (process.function().equals(FUNCTION)) {
      alive.add(process);
      var _ = process.onExit().thenRun(() -> alive.remove(process));
    }
    return services;
  }

  /** SIGKILL for each; how many that were. */
  int kill() {
    var killed = Set.copyOf(alive);
    killed.forEach(FunctionProcess::kill);
    return killed.size();
  }
}
