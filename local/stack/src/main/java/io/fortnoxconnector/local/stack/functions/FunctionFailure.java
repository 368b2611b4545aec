package io.fortnoxconnector.local.stack.functions;

import org.jspecify.annotations.Nullable;

/**
 * An invocation that ended without a result: the handler threw, couldn't be made, or took too long.
 */
public final class FunctionFailure extends Exception {

  private static final long serialVersionUID = 1L;

  FunctionFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
