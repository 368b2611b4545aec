package io.fortnoxconnector.bench.figures;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Processor time that this process has used, and the shares of what only stands in for AWS. The
 * functions, the sandbox and the bench share virtual threads, so their shares can't be told apart.
 */
record Cpu(Duration all, Duration dynamoDb, Duration queues) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Cpu now() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Cpu(
        Duration.ofNanos(system.getProcessCpuTime()), ofThreads("qtp"), ofThreads("elasticmq"));
  }

  Cpu since(Cpu earlier) {
    return new Cpu(
        all.minus(earlier.all), dynamoDb.minus(earlier.dynamoDb), queues.minus(earlier.queues));
  }

  /** How much of all processors' time that was. */
  double shareOf(Duration time) {
    return all.toNanos() * 100.0 / time.toNanos() / Runtime.getRuntime().availableProcessors();
  }

  double shareOfDynamoDb() {
    return dynamoDb.toNanos() * 100.0 / all.toNanos();
  }

  double shareOfQueues() {
    return queues.toNanos() * 100.0 / all.toNanos();
  }

  private static Duration ofThreads(String prefix) {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      // A thread may have ended since.
      if (thread != null && thread.getThreadName().startsWith(prefix)) {
        sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return Duration.ofNanos(sum);
  }
}
