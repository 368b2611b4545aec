/** The promises, measured: what the connector's documents claim, and the commands that show it. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench;
