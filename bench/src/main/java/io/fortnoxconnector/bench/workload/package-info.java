/** Clients that write to many companies at once, as careful programs do, and remember all of it. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.workload;
