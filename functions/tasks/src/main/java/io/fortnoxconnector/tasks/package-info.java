/** The tasks function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.tasks;
