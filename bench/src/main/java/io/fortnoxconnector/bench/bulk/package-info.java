/** A file of customers comes in by the command line, and who carries it is killed on the way. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.bulk;
