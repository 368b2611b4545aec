/** What the documents promise in figures, measured over the local stack: {@code mvn -Pbench}. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.figures;
