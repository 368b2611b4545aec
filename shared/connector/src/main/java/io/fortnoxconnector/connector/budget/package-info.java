/** What a company has left of Fortnox's rate limit. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.budget;
