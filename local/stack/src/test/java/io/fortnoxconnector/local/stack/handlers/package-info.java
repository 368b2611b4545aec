/** Small functions to run in the stack's tests. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.handlers;
