/**
 * Kills the functions' processes while they write, and asks afterwards what became of each write.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.kill;
