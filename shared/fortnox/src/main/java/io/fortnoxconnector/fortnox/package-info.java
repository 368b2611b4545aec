/** Fortnox's API as values: calls, replies, grants, errors and the arithmetic of its rate limit. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.fortnox;
