/**
 * An HTTP API of API Gateway on loopback: routes from the template, events in payload format 2.0,
 * its limits and its own answers.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.front;
