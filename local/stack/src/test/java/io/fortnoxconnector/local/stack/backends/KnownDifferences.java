package io.fortnoxconnector.local.stack.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.Race;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * The tests in which an emulator doesn't do what AWS documents: docs/adr/0013. Each is expected to
 * fail there and reported as skipped with the reason; one that passes has to leave the list.
 */
final class KnownDifferences implements InvocationInterceptor {

  /**
   * A promise of AWS that a backend doesn't keep.
   *
   * @param always whether the tests always fail there; false where it's a matter of luck
   * @param tests which ones depend on the promise
   */
  private record Difference(
      Backend backend, String reason, boolean always, Predicate<ExtensionContext> tests) {}

  private static final List<Difference> ALL =
      List.of(
          new Difference(
              Backend.MINISTACK,
              "KMS takes any key for the one that made a ciphertext",
              true,
              named("KmsTokenCipherTest.aTokenUnderAnotherKeyIsRefused")),
          new Difference(
              Backend.MINISTACK,
              "KMS doesn't notice a changed ciphertext",
              true,
              named("KmsTokenCipherTest.aChangedCiphertextIsRefused")),
          new Difference(
              Backend.MOTO,
              "KMS answers AccessDeniedException where the key is another than the ciphertext's",
              true,
              named("KmsTokenCipherTest.aTokenUnderAnotherKeyIsRefused")),
          new Difference(
              Backend.MOTO,
              "SQS forgets a deduplication id once its message is deleted",
              true,
              named("SqsTaskQueueTest.aTaskSentTwiceWithinMinutesComesOnce")),
          new Difference(
              Backend.MOTO,
              "SQS doesn't keep a group's order after ChangeMessageVisibility",
              false,
              named(
                  "SqsTaskQueueTest.aTaskPutOffComesAgainAfterTheDelayAndNoneOfItsCompanyBefore")),
          new Difference(
              Backend.MOTO,
              "DynamoDB's conditional writes aren't atomic: the server's threads share no lock",
              false,
              test -> test.getTags().contains(Race.TAG)));

  private final Backend backend;

  KnownDifferences(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    expect(invocation, extension);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    expect(invocation, extension);
  }

  private void expect(Invocation<Void> invocation, ExtensionContext test) throws Throwable {
    Optional<Difference> known =
        ALL.stream()
            .filter(candidate -> candidate.backend() == backend)
            .filter(candidate -> candidate.tests().test(test))
            .findFirst();
    if (known.isEmpty()) {
      invocation.proceed();
      return;
    }
    try {
      invocation.proceed();
    } catch (AssertionError | RuntimeException e) {
      throw new TestAbortedException(backend + ": " + known.get().reason(), e);
    }
    assertThat(known.get().always())
        .as("%s does as AWS does now: %s has to leave the list", backend, name(test))
        .isFalse();
  }

  private static Predicate<ExtensionContext> named(String name) {
    return test -> name(test).equals(name);
  }

  /** As {@code Class.method}. */
  private static String name(ExtensionContext test) {
    return test.getRequiredTestClass().getSimpleName()
        + "."
        + test.getRequiredTestMethod().getName();
  }
}
