package io.fortnoxconnector.local.stack.functions;

import com.amazonaws.services.lambda.runtime.Context;

/** One instance of a function: JSON in, JSON out. */
@FunctionalInterface
interface Handler {
  byte[] handle(byte[] event, Context context) throws Exception;

  /** Whether another invocation can follow. */
  default boolean isAlive() {
    return true;
  }

  /** Ends the instance, whatever it's doing. */
  default void end() {}
}
