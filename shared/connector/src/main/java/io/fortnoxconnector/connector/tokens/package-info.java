/** Access tokens: handed out, renewed under a lease, kept encrypted. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.tokens;
