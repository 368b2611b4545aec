package io.fortnoxconnector.connector.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same thing on several threads that set off at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** What each thread, numbered from 0, came to. */
  public static <T> List<T> run(int threads, IntFunction<T> work) {
    var start = new CyclicBarrier(threads);
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              start.await();
              return work.apply(number);
            };
        running.add(executor.submit(task));
      }
      var results = new ArrayList<T>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed", e.getCause());
    }
  }
}
