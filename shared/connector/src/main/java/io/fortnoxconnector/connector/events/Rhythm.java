package io.fortnoxconnector.connector.events;

import java.time.Duration;

/**
 * How often a resource is looked at, if the budget allows.
 *
 * @param window what changed since the last look, where Fortnox tells
 */
public record Rhythm(Duration window) {

  private static final int SWEEPS = 3;
  private static final int SWEEPS_FOR_DELETIONS = 24;

  /**
   * The whole list: where Fortnox doesn't tell what changed, or only what was deleted is missing.
   */
  Duration sweep(boolean isDated) {
    return window.multipliedBy(isDated ? SWEEPS_FOR_DELETIONS : SWEEPS);
  }
}
