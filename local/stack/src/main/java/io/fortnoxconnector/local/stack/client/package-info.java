/** What a vendor's program and a user's browser do with a stack. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.client;
