package io.fortnoxconnector.local.stack.functions;

import io.fortnoxconnector.local.stack.template.FunctionSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts a function's instances as processes: out of the very zip that ships, with the variables
 * and JVM flags that Lambda sets, under the runtime client that Lambda uses.
 */
final class Processes implements AutoCloseable {

  /** Lambda leaves about this share of the memory to the heap. */
  private static final double HEAP = 0.85;

  private final FunctionSpec spec;
  private final ProcessSettings settings;
  private final PrintStream log;
  private final UnpackedZip code;
  private final RuntimeClient client = RuntimeClient.unpack();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Set<FunctionProcess> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Processes(FunctionSpec spec, ProcessSettings settings, PrintStream log) {
    this.spec = spec;
    this.settings = settings;
    this.log = log;
    this.code = UnpackedZip.of(spec.code());
  }

  FunctionProcess start() throws IOException, ProcessFailure, InterruptedException {
    FunctionProcess process = new FunctionProcess(spec.logicalId(), numbers.incrementAndGet());
    running.add(process);
    var _ = process.onExit().thenRun(() -> running.remove(process));
    if (closed) {
      process.kill();
    }
    process.start(command(), code.folder(), environment(process), log);
    return process;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + (int) (spec.memoryMegabytes() * HEAP) + "m");
    command.add("-XX:+ErrorFileToStderr");
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.addAll(settings.jvmOptions());
    command.addAll(client.arguments());
    command.add(spec.handler());
    return command;
  }

  /**
   * Named in <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">AWS:
   * Defined runtime environment variables</a>.
   */
  private Map<String, String> environment(FunctionProcess process) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("_HANDLER", spec.handler());
    variables.put("LAMBDA_TASK_ROOT", code.folder().toString());
    variables.put("AWS_LAMBDA_RUNTIME_API", process.runtimeApi());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        settings.snapStart().test(process) ? "snap-start" : "on-demand");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local-" + process.number());
    variables.putAll(settings.environment().of(process));
    return variables;
  }

  @Override
  public void close() {
    closed = true;
    List<FunctionProcess> ending = List.copyOf(running);
    ending.forEach(FunctionProcess::end);
    ending.forEach(process -> process.onExit().join());
    code.close();
    client.close();
  }
}
