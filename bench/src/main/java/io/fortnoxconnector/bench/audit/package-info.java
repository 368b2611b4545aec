/**
 * Holds what clients were told and what the tasks say against what Fortnox received: nothing lost,
 * nothing doubled, in order, within the limit.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.audit;
