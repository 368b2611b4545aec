package io.fortnoxconnector.local.containers;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Each part needs the ones before it: after a failure, the rest would only cost minutes. */
public final class FirstFailureEndsAll
    implements ExecutionCondition,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  private static final AtomicReference<String> FAILED = new AtomicReference<>("");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Optional.of(FAILED.get())
        .filter(name -> !name.isEmpty())
        .map(name -> ConditionEvaluationResult.disabled("after the failure of " + name))
        .orElseGet(() -> ConditionEvaluationResult.enabled("nothing has failed"));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    FAILED.compareAndSet("", context.getDisplayName());
    throw failure;
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    handleTestExecutionException(context, failure);
  }
}
