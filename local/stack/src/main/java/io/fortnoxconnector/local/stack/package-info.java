/** The connector's stack without AWS, in one process, made from template.yaml. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack;
