package io.fortnoxconnector.translation;

/** What the ledger's resources have in common in the unified model. */
final class Ledger {
  static final String NO_DATES = "Fortnox doesn't tell when this was created or changed.";

  private Ledger() {}
}
