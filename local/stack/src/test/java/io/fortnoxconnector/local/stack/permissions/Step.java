package io.fortnoxconnector.local.stack.permissions;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method that can be reached, the object that it's called on where that is one of the handler's
 * own, and who calls it.
 */
record Step(JavaCodeUnit code, @Nullable Object receiver, @Nullable Caller caller) {

  /** One level of callers is enough to tell what a shared method works on, and with which key. */
  record Caller(JavaCodeUnit code, @Nullable Object receiver) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Caller(var otherCode, var otherReceiver)
          && code.equals(otherCode)
          && receiver == otherReceiver;
    }

    @Override
    public int hashCode() {
      return Objects.hash(code, System.identityHashCode(receiver));
    }
  }

  Caller asCaller() {
    return new Caller(code, receiver);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Step(var otherCode, var otherReceiver, var otherCaller)
        && code.equals(otherCode)
        && receiver == otherReceiver
        && Objects.equals(caller, otherCaller);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, System.identityHashCode(receiver), caller);
  }
}
