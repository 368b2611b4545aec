/** What is counted and timed, so that an operator sees how it goes. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.metrics;
