/** A vendor's link to one Fortnox company: how it comes about, what state it is in, how it ends. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.connections;
