/**
 * Runs the handlers of the functions as Lambda does: one invocation at a time per instance, by
 * Lambda's own serialisers.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.functions;
