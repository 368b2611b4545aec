package io.fortnoxconnector.local.containers;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says what has just been proved while it goes on for minutes, and a table at the end. */
public final class Progress implements TestExecutionListener {

  private record Line(int proved, int failed, Duration time) {
    Line plus(boolean success, Duration took) {
      return new Line(proved + (success ? 1 : 0), failed + (success ? 0 : 1), time.plus(took));
    }
  }

  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final Map<String, Line> table = new LinkedHashMap<>();

  @Override
  public void executionStarted(TestIdentifier test) {
    begun.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun.get(test.getUniqueId()));
    boolean success = result.getStatus() == Status.SUCCESSFUL;
    if (test.isTest()) {
      System.out.printf(
          "%-4s %6.1f s  %s: %s%n",
          success ? "ok" : "NOT", seconds(took), group(test), test.getDisplayName());
    }
    if (test.isTest() || !success) {
      table.merge(
          group(test),
          new Line(0, 0, Duration.ZERO).plus(success, took),
          (line, one) -> line.plus(success, took));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    System.out.printf("%n%-20s %7s %7s %9s%n", "suite", "proved", "failed", "time");
    table.forEach(
        (name, line) ->
            System.out.printf(
                "%-20s %7d %7d %7.1f s%n",
                name, line.proved(), line.failed(), seconds(line.time())));
  }

  private static String group(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getClassName())
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .orElse(test.getDisplayName());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
