/** The contacts function. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.contacts;
