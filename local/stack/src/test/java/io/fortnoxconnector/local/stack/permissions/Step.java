package io.fortnoxconnector.local.stack.permissions;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method that can be reached, the object that it's called on where that is one of the handler's
 * own, and the one that calls it: one level of callers is enough to tell what a shared method works
 * on.
 */
record Step(JavaCodeUnit code, @Nullable Object receiver, @Nullable Object caller) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Step(var otherCode, var otherReceiver, var otherCaller)
        && code.equals(otherCode)
        && receiver == otherReceiver
        && caller == otherCaller;
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, System.identityHashCode(receiver), System.identityHashCode(caller));
  }
}
