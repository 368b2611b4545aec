/** Vendors: their API keys, Fortnox integration and callback URLs. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.tenants;
