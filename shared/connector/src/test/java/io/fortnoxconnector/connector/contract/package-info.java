/** What every store behind a port must do, whatever it's made of. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.connector.contract;
