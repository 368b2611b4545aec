package io.fortnoxconnector.local.stack;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How functions run.
 *
 * @param log where their own log lines go
 * @param warm whether one instance of each is made at once, in the background
 * @param processes which of them run as processes, and how
 */
record FunctionOptions(PrintStream log, boolean warm, List<ProcessOptions> processes) {

  FunctionOptions log(PrintStream other) {
    return new FunctionOptions(other, warm, processes);
  }

  FunctionOptions warm(boolean atOnce) {
    return new FunctionOptions(log, atOnce, processes);
  }

  FunctionOptions processes(ProcessOptions more) {
    return new FunctionOptions(
        log, warm, Stream.concat(processes.stream(), Stream.of(more)).toList());
  }

  /** How that function runs as a process; of two that name it the later counts. */
  Optional<ProcessOptions> process(String logicalId) {
    return processes.reversed().stream()
        .filter(candidate -> candidate.includes(logicalId))
        .findFirst();
  }
}
