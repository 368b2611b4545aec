/**
 * A small KMS and Secrets Manager, in memory, speaking the AWS JSON 1.1 protocol to any AWS SDK.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.services;
