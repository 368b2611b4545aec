/** A function that answers the same to everybody, in both forms that a handler can have. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.yardsticks.hello;
