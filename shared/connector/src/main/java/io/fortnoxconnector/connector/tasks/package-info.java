/** Writes: accepted durably, carried out one at a time per company, told about. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.tasks;
