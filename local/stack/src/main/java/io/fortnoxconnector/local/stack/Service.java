package io.fortnoxconnector.local.stack;

/** The services that a function calls, each at an address of its own. */
public enum Service {
  DYNAMODB,
  SQS,
  KMS,
  SECRETS_MANAGER,
  /** Fortnox's REST API. */
  FORTNOX_API,
  /** Fortnox's OAuth endpoints. */
  FORTNOX_AUTH
}
