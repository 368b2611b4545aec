/** Many at once: threads, processes, tenants and users that get in each other's way. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.race;
