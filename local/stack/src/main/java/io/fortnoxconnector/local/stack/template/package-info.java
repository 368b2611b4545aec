/**
 * Reads template.yaml into records: what the functions, tables, queues, secrets and keys of the
 * stack are.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.template;
