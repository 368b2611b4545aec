/** What changed at Fortnox, found by looking, and told in an order that nobody misses a part of. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.events;
