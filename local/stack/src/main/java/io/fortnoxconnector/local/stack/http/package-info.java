/** HTTP servers on loopback, as every part of the local stack uses them. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.http;
