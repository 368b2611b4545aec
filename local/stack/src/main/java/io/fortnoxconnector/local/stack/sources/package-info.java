/** What invokes functions besides HTTP: SQS event sources and schedules. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.sources;
