package io.fortnoxconnector.translation;

/**
 * How a unified body is meant: as a new entity, as the whole entity, or as changes to it. A blank
 * text counts as null.
 */
public enum WriteMode {
  /** Absent and null are the same: Fortnox's own default applies. */
  CREATE,
  /** PUT: absent and null are the same, and clear what can be cleared. */
  REPLACE,
  /** PATCH: absent keeps, null clears. */
  PATCH
}
