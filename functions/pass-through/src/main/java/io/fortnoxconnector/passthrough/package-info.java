/** The pass-through function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.passthrough;
