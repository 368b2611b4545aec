package io.fortnoxconnector.bench.race;

import io.fortnoxconnector.bench.faults.Bed;
import java.util.List;

/** Some who run, and what must be true at the end. */
interface Race {

  /**
   * Runs once, with companies of its own.
   *
   * @return a sentence for each promise that wasn't kept
   */
  List<String> run(Bed bed) throws InterruptedException;
}
