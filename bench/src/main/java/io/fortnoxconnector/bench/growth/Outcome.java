package io.fortnoxconnector.bench.growth;

/**
 * What came of a run. Times in milliseconds of virtual time.
 *
 * @param finished how many writes were carried out
 * @param unfinished how many were left when the run was ended
 * @param last when the last one was carried out
 * @param batches how many invocations that took
 * @param mostWriters how many worked at once, at most
 * @param waits of the watched companies' writes, from asking to outcome
 */
record Outcome(
    long finished, long unfinished, long last, long batches, int mostWriters, Waits waits) {

  double perSecond() {
    return last == 0 ? 0 : finished * 1000.0 / last;
  }
}
