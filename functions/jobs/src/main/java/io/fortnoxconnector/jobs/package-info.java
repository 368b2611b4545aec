/** The jobs function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.jobs;
