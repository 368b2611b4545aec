/** The writer function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.writer;
