/** The payments function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.payments;
