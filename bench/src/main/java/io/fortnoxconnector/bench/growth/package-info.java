/**
 * Where the connector stops scaling: its queue, its writers and the rate budget in virtual time,
 * under AWS's quotas. What came of it: docs/growth.md.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.growth;
