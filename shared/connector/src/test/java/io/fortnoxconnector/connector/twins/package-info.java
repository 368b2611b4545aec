/** The ports in memory, and fakes of time, chance and Fortnox, for everybody's tests. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.twins;
