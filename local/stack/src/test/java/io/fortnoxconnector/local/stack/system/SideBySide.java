package io.fortnoxconnector.local.stack.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a class's tests at the same time, while classes still come one after the other: each test
 * has companies of its own, and most of what it does is waiting for Fortnox's pace.
 *
 * <p>JUnit's {@code @Execution} would let the class itself run beside others, which want a stack of
 * their own; an order's default is for the methods alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestMethodOrder(SideBySide.AnyOrder.class)
@interface SideBySide {

  /** Leaves the order as it is, and lets nobody wait for it. */
  final class AnyOrder implements MethodOrderer {

    @Override
    public void orderMethods(MethodOrdererContext context) {
      // At the same time, there is none.
    }

    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
      return Optional.of(ExecutionMode.CONCURRENT);
    }
  }
}
