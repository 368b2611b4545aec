/**
 * What stands in for AWS while the ports and the whole flow are tested: started once for each test
 * process, chosen with {@code -Dbackend=}.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.backends;
