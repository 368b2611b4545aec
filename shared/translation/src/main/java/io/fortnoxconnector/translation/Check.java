package io.fortnoxconnector.translation;

import java.util.Optional;

/** What must hold for a text beyond its kind and length. */
@FunctionalInterface
interface Check {
  /** The end of a sentence that begins with the field and its value; empty where all is well. */
  Optional<String> flaw(String text);
}
