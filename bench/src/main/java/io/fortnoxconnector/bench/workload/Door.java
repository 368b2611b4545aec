package io.fortnoxconnector.bench.workload;

/** The way by which a write comes in. */
public enum Door {
  /** HTTP with an idempotency key, waiting for the outcome. */
  WAITING,
  /** HTTP with an idempotency key; the outcome is asked for later. */
  LATER,
  /** The jobs queue. */
  JOB,
  /** HTTP without an idempotency key: nobody may send it a second time. */
  UNKEYED;

  public boolean isKeyed() {
    return this != UNKEYED;
  }
}
