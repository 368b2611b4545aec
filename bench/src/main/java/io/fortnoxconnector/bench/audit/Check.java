package io.fortnoxconnector.bench.audit;

import java.util.function.Consumer;

/** One of the promises. */
interface Check {

  /**
   * Looks whether it was kept.
   *
   * @param violation takes a sentence for each place where it wasn't
   */
  void look(Evidence evidence, Consumer<String> violation);
}
