/** The housekeeping function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.housekeeping;
