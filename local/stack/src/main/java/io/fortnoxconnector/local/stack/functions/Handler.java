package io.fortnoxconnector.local.stack.functions;

import com.amazonaws.services.lambda.runtime.Context;

/** One instance of a function: JSON in, JSON out. */
@FunctionalInterface
interface Handler {
  byte[] handle(byte[] event, Context context) throws Exception;
}
