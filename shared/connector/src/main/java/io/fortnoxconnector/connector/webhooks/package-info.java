/** Events, sent to whoever wants to be told. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.webhooks;
