/** The tenants function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.tenants;
