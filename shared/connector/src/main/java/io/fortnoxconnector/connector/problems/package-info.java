/** What can go wrong, as data: RFC 9457 problems with fixed codes. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.problems;
