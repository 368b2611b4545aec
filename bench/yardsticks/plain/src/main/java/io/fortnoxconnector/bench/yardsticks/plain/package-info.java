/**
 * A function as one would write it without thinking of its start: one DynamoDB call, one HTTP call
 * and one JSON mapping, in both forms that a handler can have.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.yardsticks.plain;
