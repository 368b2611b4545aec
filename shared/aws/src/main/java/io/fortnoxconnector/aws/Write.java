package io.fortnoxconnector.aws;

/** What a conditional write came to. */
sealed interface Write {

  /**
   * It was written.
   *
   * @param shown the item before or after the write, as it was asked for; else empty
   */
  record Done(Item shown) implements Write {}

  /**
   * Nothing was written.
   *
   * @param found the item that didn't meet the condition; empty where there was none
   */
  record Unmet(Item found) implements Write {}

  default boolean isDone() {
    return this instanceof Done;
  }
}
