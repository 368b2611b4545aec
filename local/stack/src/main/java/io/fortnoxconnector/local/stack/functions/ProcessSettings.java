package io.fortnoxconnector.local.stack.functions;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a function's processes are started.
 *
 * @param environment the template's variables, and where the process finds AWS and Fortnox
 * @param jvmOptions come after Lambda's own, and so win over them: {@code -Xmx64m}, {@code
 *     -javaagent:…}
 * @param snapStart which processes stop before their first invocation as for a snapshot, and go on
 *     with it
 */
public record ProcessSettings(
    Variables environment, List<String> jvmOptions, Predicate<FunctionProcess> snapStart) {

  /** Asked once for each process, before it starts. */
  @FunctionalInterface
  public interface Variables {
    Map<String, String> of(FunctionProcess process);
  }
}
