package io.fortnoxconnector.connector.connections;

/**
 * What a company lets the integration do. Kept apart from the tokens: a missing licence or
 * permission for one resource leaves the others working.
 */
public enum Consent {
  ACTIVE,
  /** The company lacks a licence at Fortnox for something that was asked for. */
  LICENCE_MISSING,
  /** The consent doesn't cover a scope that was needed. */
  SCOPE_MISSING,
  /** The user behind the connection may not do at Fortnox what was asked for. */
  PERMISSION_MISSING,
  /** The tokens are lost or refused: a user of the company must connect again. */
  RECONNECT_REQUIRED,
  /** The connection was ended. */
  REVOKED;

  /** Whether calls make sense at all. */
  public boolean isUsable() {
    return switch (this) {
      case ACTIVE, LICENCE_MISSING, SCOPE_MISSING, PERMISSION_MISSING -> true;
      case RECONNECT_REQUIRED, REVOKED -> false;
    };
  }
}
