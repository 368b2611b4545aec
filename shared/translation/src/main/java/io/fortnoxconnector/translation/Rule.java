package io.fortnoxconnector.translation;

/** What must hold between several fields of a body. */
@FunctionalInterface
interface Rule {
  void check(Draft draft);
}
