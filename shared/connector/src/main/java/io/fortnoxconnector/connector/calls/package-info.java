/** The one way to call Fortnox for a connection: budget, token, call, and what the answer means. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.calls;
