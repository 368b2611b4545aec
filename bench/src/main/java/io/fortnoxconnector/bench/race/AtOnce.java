package io.fortnoxconnector.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does something many times at the same moment. */
final class AtOnce {

  private AtOnce() {}

  /**
   * @param work is told its number, from 0
   */
  static <T> List<T> run(int count, IntFunction<T> work) throws InterruptedException {
    var start = new CountDownLatch(1);
    var running = new ArrayList<Future<T>>();
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.apply(number);
                }));
      }
      start.countDown();
      for (Future<T> one : running) {
        results.add(one.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return results;
  }
}
