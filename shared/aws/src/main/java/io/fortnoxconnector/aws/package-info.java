/**
 * The connector's ports on DynamoDB, KMS, SQS and Secrets Manager, and the environment they are
 * configured by.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.aws;
