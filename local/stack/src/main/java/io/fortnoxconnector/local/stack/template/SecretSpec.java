package io.fortnoxconnector.local.stack.template;

import java.util.Optional;

/** A secret of the stack: given in the template, or generated when the stack is made. */
public record SecretSpec(String logicalId, String name, String description, Value value) {

  /** Where the secret's text comes from. */
  public sealed interface Value {

    /** Stands in the template. */
    record Given(String text) implements Value {
      @Override
      public String toString() {
        return "Given[…]";
      }
    }

    /**
     * CloudFormation's GenerateSecretString.
     *
     * @param excluded single characters that must not occur
     * @param into JSON text and the key under which the password is put into it
     */
    record Generated(
        int length,
        String excluded,
        boolean lowerCase,
        boolean upperCase,
        boolean numbers,
        boolean punctuation,
        boolean space,
        boolean eachKind,
        Optional<Into> into)
        implements Value {}

    /** A JSON object that gets the password as one more member. */
    record Into(String template, String key) {}
  }
}
