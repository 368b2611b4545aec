/**
 * Reads the compiled functions and template.yaml together: what the code can do, and what the
 * template lets it do, have to be the same.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.permissions;
