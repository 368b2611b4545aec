/** Reads: one entity or a page of them, translated. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.reading;
