/** The changes function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.changes;
